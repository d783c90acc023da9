package studio.backprop.ui.window.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import studio.backprop.data.OwnFile;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.store.ProjectFile;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Modal;
import studio.backprop.ui.kit.Question;

/** Dialogs of the window: system file dialogs and message boxes. */
public final class WindowDialogs implements FilesModel.Dialogs {
  private final Stage stage;
  private final Lang lang;

  public WindowDialogs(Stage stage, Lang lang) {
    this.stage = stage;
    this.lang = lang;
  }

  @Override
  public Optional<Path> openFile(Optional<Path> near) {
    Stream<String> kinds = Stream.concat(Stream.of(ProjectFile.SUFFIX, LessonFolder.SUFFIX, LessonFolder.ZIP), OwnFile.ENDINGS.stream());
    FileChooser chooser = chooser("files.open", near, "files.kinds", kinds.map(ending -> "*" + ending).toArray(String[]::new));
    return Optional.ofNullable(Modal.over(stage, () -> chooser.showOpenDialog(stage))).map(java.io.File::toPath);
  }

  @Override
  public Optional<Path> saveFile(Optional<Path> near, String name) {
    FileChooser chooser = chooser("files.save", near, "files.kind", "*" + ProjectFile.SUFFIX);
    chooser.setInitialFileName(name + ProjectFile.SUFFIX);
    return Optional.ofNullable(Modal.over(stage, () -> chooser.showSaveDialog(stage))).map(java.io.File::toPath);
  }

  private FileChooser chooser(String title, Optional<Path> near, String kind, String... patterns) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(lang.say(title));
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(lang.say(kind), patterns));
    near.map(Path::getParent).filter(Files::isDirectory).ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
    return chooser;
  }

  @Override
  public Answer unsaved(Message what) {
    int answer = Question.ask(stage.getScene(), lang.say("files.unsaved"), lang.say(what),
        lang.say("files.unsaved.save"), lang.say("files.unsaved.drop"), lang.say("files.cancel"));
    return answer == 0 ? Answer.SAVE : answer == 1 ? Answer.DROP : Answer.CANCEL;
  }

  @Override
  public void tell(Message title, List<Message> sentences) {
    Question.tell(stage.getScene(), lang.say(title), sentences.stream().map(lang::say).collect(Collectors.joining("\n")),
        lang.say("files.ok"));
  }
}
