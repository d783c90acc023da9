package studio.backprop.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.learn.author.NewLessonModel;
import studio.backprop.ui.learn.author.NewLessonPage;

/** Entries into lesson authoring: a new lesson from the open project, or an existing one. */
final class AuthorRoom {
  private static final String FOLDER = "author.folder";
  private static final String FIRST_FOLDER = "backprop-lessons";

  private final RoomContext at;
  private final Preferences preferences;
  private final Previewer previewer;
  private final NewLessonModel model;
  private NewLessonPage page;

  /** Opens the preview of a lesson. */
  interface Previewer {
    /** @param made whether the folder was just created */
    void preview(Path folder, boolean made);
  }

  AuthorRoom(RoomContext at, Preferences preferences, Previewer previewer) {
    this.at = at;
    this.preferences = preferences;
    this.previewer = previewer;
    model = new NewLessonModel(at.document(), at.run(), at.pulse());
    model.onCreated(folder -> {
      page.close();
      LessonLibrary.list(preferences, folder);
      open(folder, true);
    });
    List<Command> commands = List.of(
        Command.of(Message.of("command.lesson.new"), Command.Group.PROJECT, Icon.LESSONS, this::make),
        Command.of(Message.of("command.lesson.preview"), Command.Group.PROJECT, Icon.EYE, this::choose));
    at.shell().offer(commands);
    at.shell().export(commands);
  }

  private void make() {
    if (page == null) {
      page = new NewLessonPage(model, at.lang());
    }
    model.suggest(this::folder);
    page.showIn(at.frame().getScene());
  }

  private Path folder() {
    return preferences.text(FOLDER).map(Path::of).or(() -> Optional.ofNullable(at.document().fileProperty().get()
        .map(Path::toAbsolutePath).map(Path::getParent).orElse(null)))
        .orElseGet(() -> Path.of(System.getProperty("user.home"), FIRST_FOLDER));
  }

  private void choose() {
    NewLessonPage.chooseFolder(at.lang(), at.frame().getScene().getWindow(), "author.preview.title", folder().toString())
        .ifPresent(folder -> open(folder, false));
  }

  private void open(Path folder, boolean made) {
    Optional.ofNullable(folder.toAbsolutePath().getParent()).ifPresent(parent -> preferences.set(FOLDER, parent));
    previewer.preview(folder, made);
  }
}
