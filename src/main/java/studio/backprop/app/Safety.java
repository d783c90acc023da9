package studio.backprop.app;

import java.nio.file.Path;
import studio.backprop.store.Recovery;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.recovery.AutosaveModel;
import studio.backprop.ui.workspace.recovery.RecoveryModel;
import studio.backprop.ui.workspace.recovery.RecoveryView;

/** Crash recovery of a window's unsaved work. */
final class Safety implements AutoCloseable {
  private final AutosaveModel autosave;
  private final RecoveryModel leftovers;

  /** @param folder parent of the copies */
  Safety(Path folder, WindowParts parts) {
    Recovery recovery = new Recovery(folder.resolve("recovery"));
    autosave = new AutosaveModel(parts.document(), parts.run(), parts.work(), parts.pulse(), recovery);
    leftovers = new RecoveryModel(recovery, parts.pulse(), (leftover, then) -> parts.files().restore(leftover, () -> {
      autosave.adopt(leftover);
      then.run();
    }));
  }

  RecoveryView view(Lang lang) {
    return new RecoveryView(leftovers, autosave, lang);
  }

  void offer() {
    leftovers.look();
  }

  @Override
  public void close() {
    leftovers.close();
    autosave.close();
  }
}
