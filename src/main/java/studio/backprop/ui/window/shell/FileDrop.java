package studio.backprop.ui.window.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import studio.backprop.data.OwnFile;
import studio.backprop.lesson.read.Curriculum;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.store.ProjectFile;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Pulse;

/** Drop target of the window for projects, tables, texts, lessons and courses; previews the effect while a file hovers. */
public final class FileDrop {
  private final Frame frame;
  private final Pulse pulse;
  private final Consumer<Path> openProject;
  private final Consumer<Path> openOwn;
  private final Consumer<Path> openLesson;
  private final SimpleObjectProperty<Message> promise = new SimpleObjectProperty<>(this, "promise");
  private final StackPane hint = new StackPane();

  public FileDrop(
      Frame frame, Lang lang, Pulse pulse, Consumer<Path> openProject, Consumer<Path> openOwn, Consumer<Path> openLesson) {
    this.openLesson = openLesson;
    this.frame = frame;
    this.pulse = pulse;
    this.openProject = openProject;
    this.openOwn = openOwn;
    Label sentence = new Label(null, Icon.IMPORT.view());
    sentence.textProperty().bind(lang.bind(promise));
    sentence.getStyleClass().add("drop-sentence");
    hint.getChildren().add(sentence);
    hint.getStyleClass().add("drop-hint");
    hint.setMouseTransparent(true);
    hint.setManaged(false);
    frame.addEventFilter(DragEvent.DRAG_OVER, this::hover);
    frame.addEventFilter(DragEvent.DRAG_DROPPED, this::drop);
    frame.addEventHandler(DragEvent.DRAG_EXITED, this::leave);
    // no drag is going on while the mouse moves freely, even if its end was missed
    frame.addEventFilter(MouseEvent.MOUSE_MOVED, event -> clear());
  }

  private void hover(DragEvent event) {
    file(files(event.getDragboard())).ifPresent(file -> {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
      promise(file);
    });
  }

  /** Announces the effect of a hovering file. */
  void promise(Path file) {
    String kind = isOwn(file) ? "drop.own" : Curriculum.isCourse(file) ? "drop.course"
        : LessonFolder.isLesson(file) ? "drop.lesson" : "drop.project";
    promise.set(Message.of(kind, file.getFileName().toString()));
    if (hint.getParent() == null) {
      frame.getChildren().add(hint);
    }
    hint.resizeRelocate(0, 0, frame.getWidth(), frame.getHeight());
  }

  private void drop(DragEvent event) {
    file(files(event.getDragboard())).ifPresent(file -> {
      event.setDropCompleted(true);
      event.consume();
      take(file);
    });
  }

  /** Opens a dropped file after the drop has completed, since it may show a dialog. */
  void take(Path file) {
    clear();
    pulse.soon(() -> {
      clear(); // some systems report another hover after the drop
      (isOwn(file) ? openOwn : Curriculum.isLessonOrCourse(file) ? openLesson : openProject).accept(file);
    });
  }

  private void leave(DragEvent event) {
    if (event.getTarget() == frame) {
      clear();
    }
  }

  private void clear() {
    frame.getChildren().remove(hint);
  }

  static Optional<Path> file(List<File> files) {
    return files.size() == 1 ? Optional.of(files.get(0).toPath())
        .filter(file -> isProject(file) || isOwn(file) || Curriculum.isLessonOrCourse(file)) : Optional.empty();
  }

  private static List<File> files(Dragboard dragged) {
    return dragged.hasFiles() ? dragged.getFiles() : List.of();
  }

  private static boolean isProject(Path file) {
    return lowerCase(file).endsWith(ProjectFile.SUFFIX);
  }

  private static boolean isOwn(Path file) {
    return OwnFile.hasEnding(file);
  }

  private static String lowerCase(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT);
  }
}
