package studio.backprop.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.input.KeyEvent;
import studio.backprop.store.Sample;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Toast;
import studio.backprop.ui.window.shell.FileDrop;
import studio.backprop.ui.window.shell.NewsModel;
import studio.backprop.ui.window.shell.ShellView;

/** Work window: begins with the start screen, asks before unsaved work is lost, and autosaves. */
final class WorkWindow implements WindowKind {
  private final WindowParts parts;
  private final StartScreen start;
  private final NewsModel news;
  private final Optional<Safety> safety;
  private AuthorRoom.Previewer previewer = (folder, made) -> {};
  private Rooms rooms;

  WorkWindow(WindowParts parts) {
    this.parts = parts;
    news = new NewsModel(parts.document(), parts.run());
    start = new StartScreen(parts);
    parts.frame().addEventFilter(KeyEvent.KEY_PRESSED, this::serve);
    new FileDrop(parts.frame(), parts.lang(), parts.pulse(), parts.files()::open, this::openOwn, start::openLesson);
    parts.files().onOwn(this::openOwn);
    parts.making().add(this::makeShell);
    safety = parts.preferences().folder().map(folder -> new Safety(folder, parts));
    safety.ifPresent(some -> parts.frame().announce(some.view(parts.lang()), start.shownProperty()));
    parts.stage().setOnCloseRequest(event -> {
      event.consume();
      parts.files().afterAsking(parts.stage()::close);
    });
  }

  private void makeShell() {
    ShellView shell = parts.makeShell();
    parts.title().bind(Bindings.when(start.shownProperty()).then(WindowParts.PRODUCT).otherwise(shell.titleProperty()));
    parts.frame().say(new Toast(parts.lang().bind(news.newsProperty().map(said -> said.orElse(null))), parts.lang().bind("news.undo"),
        news::undo, news::dismiss, parts.motion()).offerWhile(news.undoableProperty()));
  }

  /** Commands without a project have their shortcuts on the start screen, too. */
  private void serve(KeyEvent key) {
    if (start.shownProperty().get() && ShellView.mayBeCommand(key)) {
      parts.shell().press(key);
    }
  }

  private void openOwn(Path table) {
    parts.making().finish();
    rooms.palette().openOwn(table);
  }

  // --- actions

  void onLesson(LessonLibrary library) {
    start.onLessons(new CourseRoom(library, parts.lang(), parts.pulse()));
  }

  void onPreview(AuthorRoom.Previewer opener) {
    previewer = opener;
  }

  void showStart() {
    start.show();
  }

  void offerLeftovers() {
    safety.ifPresent(Safety::offer);
  }

  /** Opens a file or, if there is none, the sample of this name. */
  void open(Path file) {
    Optional<Sample> sample = Files.exists(file) ? Optional.empty() : Sample.find(file.toString());
    sample.ifPresentOrElse(found -> parts.files().openSample(found.name()), () -> parts.files().open(file));
  }

  // --- any window

  @Override
  public void showFirst() {
    if (!start.shownProperty().get()) {
      parts.frame().show(parts.shell());
    }
  }

  @Override
  public void moveIn(RoomContext at, Rooms made, Tour tour) {
    rooms = made;
    rooms.restore(parts.preferences());
    new AuthorRoom(at, parts.preferences(), (folder, isNew) -> previewer.preview(folder, isNew));
    start.onTour(tour);
    at.shell().onHome(() -> {
      rooms.leaveTwins();
      start.show();
    });
    at.shell().offerInMenu(Command.of(Message.of("command.lessons"), Command.Group.WINDOW, Icon.LESSONS, start::lessons));
  }

  @Override
  public void refresh() {
    start.refresh();
  }

  @Override
  public void keep(Rooms made) {
    made.keep(parts.preferences());
  }

  @Override
  public void close() {
    start.end();
    safety.ifPresent(Safety::close);
    news.close();
  }
}
