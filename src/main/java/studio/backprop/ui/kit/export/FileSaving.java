package studio.backprop.ui.kit.export;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import studio.backprop.store.AtomicFile;
import studio.backprop.store.StoreProblem;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Modal;
import studio.backprop.ui.kit.Pulse;

/** Save dialog, starting in the folder of the last file; writes in the background. */
public final class FileSaving {
  private final Lang lang;
  private final Pulse pulse;
  private Optional<File> folder = Optional.empty();

  public FileSaving(Lang lang, Pulse pulse) {
    this.lang = lang;
    this.pulse = pulse;
  }

  /** Asks for a file; no effect if cancelled. {@code name} is suggested, without extension. */
  public void ask(Window owner, String title, String name, String ending, Consumer<Path> chosen) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(lang.say(title));
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(ending.toUpperCase(Locale.ROOT), "*." + ending));
    chooser.setInitialFileName(name + "." + ending);
    folder.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
    Optional.ofNullable(Modal.over(owner, () -> chooser.showSaveDialog(owner))).ifPresent(file -> {
      folder = Optional.ofNullable(file.getParentFile());
      chosen.accept(file.toPath());
    });
  }

  /** Writes on a non-daemon thread; {@code saved} is the text key of the success message, {@code heard} receives the final one. */
  public void write(Path file, AtomicFile.Content content, String saved, Consumer<String> heard) {
    Thread thread = new Thread(() -> {
      String said = tryToWrite(file, content, saved);
      pulse.soon(() -> heard.accept(said));
    }, "save-file");
    thread.start();
  }

  private String tryToWrite(Path file, AtomicFile.Content content, String saved) {
    try {
      AtomicFile.write(file, content);
      return lang.say(saved, file.getFileName());
    } catch (StoreProblem problem) {
      return lang.say(problem.sentence());
    }
  }
}
