package studio.backprop.app;

import java.nio.file.Path;
import studio.backprop.store.Recovery;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.recovery.AutosaveModel;
import studio.backprop.ui.workspace.recovery.RecoveryModel;
import studio.backprop.ui.workspace.recovery.RecoveryView;

/** What keeps a window's unsaved work from being lost in a crash. */
final class Safety implements AutoCloseable {
  private final AutosaveModel autosave;
  private final RecoveryModel leftovers;

  /** @param folder in which the program may make a folder for copies */
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

  /** Offers what an earlier run of the program left behind. */
  void offer() {
    leftovers.look();
  }

  @Override
  public void close() {
    leftovers.close();
    autosave.close();
  }
}
