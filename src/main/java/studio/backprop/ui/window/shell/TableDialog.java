package studio.backprop.ui.window.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import studio.backprop.data.OwnFile;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Modal;

/** File dialog for a user's own table or text; starts in the last folder. */
public final class TableDialog {
  private final Node owner;
  private final Lang lang;
  private Optional<File> folder = Optional.empty();

  /** @param owner node in the owner window */
  public TableDialog(Node owner, Lang lang) {
    this.owner = owner;
    this.lang = lang;
  }

  public Optional<Path> open() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(lang.say("files.open_table"));
    chooser.getExtensionFilters().addAll(
        new FileChooser.ExtensionFilter(lang.say("files.table"), OwnFile.ENDINGS.stream().map(ending -> "*" + ending).toList()),
        new FileChooser.ExtensionFilter(lang.say("files.any"), "*"));
    folder.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
    Window window = owner.getScene().getWindow();
    Optional<File> chosen = Optional.ofNullable(Modal.over(window, () -> chooser.showOpenDialog(window)));
    chosen.ifPresent(file -> folder = Optional.ofNullable(file.getParentFile()));
    return chosen.map(File::toPath);
  }
}
