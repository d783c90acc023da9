package studio.backprop.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import studio.backprop.store.ProjectFile;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Look;
import studio.backprop.ui.kit.Modal;

/** Asks with the system's file dialogs and the window's own boxes. */
public final class WindowDialogs implements FilesModel.Dialogs {
  private final Stage stage;
  private final Lang lang;
  private final Look look;

  public WindowDialogs(Stage stage, Lang lang, Look look) {
    this.stage = stage;
    this.lang = lang;
    this.look = look;
  }

  @Override
  public Optional<Path> openFile(Optional<Path> near) {
    return Optional.ofNullable(Modal.over(stage, () -> chooser("files.open", near).showOpenDialog(stage))).map(java.io.File::toPath);
  }

  @Override
  public Optional<Path> saveFile(Optional<Path> near, String name) {
    FileChooser chooser = chooser("files.save", near);
    chooser.setInitialFileName(name + ProjectFile.SUFFIX);
    return Optional.ofNullable(Modal.over(stage, () -> chooser.showSaveDialog(stage))).map(java.io.File::toPath);
  }

  private FileChooser chooser(String title, Optional<Path> near) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(lang.say(title));
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(lang.say("files.kind"), "*" + ProjectFile.SUFFIX));
    near.map(Path::getParent).filter(Files::isDirectory).ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
    return chooser;
  }

  @Override
  public Answer unsaved(Message what) {
    ButtonType save = new ButtonType(lang.say("files.unsaved.save"), ButtonData.YES);
    ButtonType drop = new ButtonType(lang.say("files.unsaved.drop"), ButtonData.NO);
    ButtonType cancel = new ButtonType(lang.say("files.cancel"), ButtonData.CANCEL_CLOSE);
    Alert box = box(lang.say("files.unsaved"), lang.say(what), save, drop, cancel);
    ButtonType answer = Modal.ask(stage, box).orElse(cancel);
    return answer == save ? Answer.SAVE : answer == drop ? Answer.DROP : Answer.CANCEL;
  }

  @Override
  public void tell(Message title, List<Message> sentences) {
    String text = sentences.stream().map(lang::say).collect(Collectors.joining("\n"));
    Modal.tell(stage, box(lang.say(title), text, new ButtonType(lang.say("files.ok"), ButtonData.OK_DONE)));
  }

  private Alert box(String title, String text, ButtonType... buttons) {
    Alert box = new Alert(Alert.AlertType.NONE, text, buttons);
    box.setTitle(title);
    box.setHeaderText(title);
    look.dress(box.getDialogPane().getScene());
    return box;
  }
}
