package studio.backprop.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.run.Run;
import studio.backprop.run.Status;
import studio.backprop.store.Sample;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.design.designer.edit.CopiedNodes;
import studio.backprop.ui.design.palette.PaletteView;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Frames;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Theme;
import studio.backprop.ui.learn.lesson.LessonModel;
import studio.backprop.ui.window.shell.FilesModel;
import studio.backprop.ui.window.shell.WindowDialogs;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** The program's own window in a test: everything in it is real, only the system's file dialogs answer by themselves. */
final class StudioWindow {
  private static final int PATIENCE_SECONDS = 60;
  /** The largest sample takes minutes where other work goes on beside it. */
  private static final int TRAINING_SECONDS = 900;
  private static final int STARTING_MILLIS = 30_000;
  private static final int STILL_FRAMES = 3;
  private static final int MAX_COMPUTING_FRAMES = 10;
  private static final int MAX_FRAMES = 50;

  private final Stage stage;
  private final WindowParts parts;
  private final WindowKind kind;
  private final Wiring wiring;
  private LessonRoom room;
  private final Answers answers = new Answers();
  private final List<String> lessons = new ArrayList<>();
  private final List<Path> previews = new ArrayList<>();
  private Region content;
  private List<String> opening = List.of();

  private StudioWindow(Stage stage, double width, double height, Preferences preferences) {
    this(stage, width, height, preferences, Optional.empty());
  }

  private StudioWindow(Stage stage, double width, double height, Preferences preferences, Optional<LessonStart> lesson) {
    preferences.set("width", width);
    preferences.set("height", height);
    preferences.set("maximized", false);
    preferences.set("present.full_screen", false); // the screen in memory has one size, and the window another
    this.stage = stage;
    this.parts = lesson.isPresent() ? new WindowParts(stage, preferences, Texts.ENGLISH)
        : new WindowParts(stage, preferences, Texts.ENGLISH, (owner, lang) -> answers);
    this.kind = lesson.<WindowKind>map(start -> new LessonWindow(parts, start)).orElseGet(() -> work(preferences));
    this.wiring = new Wiring(parts, kind, new CopiedNodes());
  }

  private WorkWindow work(Preferences preferences) {
    WorkWindow work = new WorkWindow(parts);
    work.onLesson(new LessonLibrary(preferences, (folder, step, plan) -> lessons.add(
        folder.id() + " " + step + plan.map(one -> " of " + one.id()).orElse(""))));
    work.onPreview((folder, made) -> previews.add(folder));
    return work;
  }

  /** Opens the window with the first sample in it, ready to train. */
  static StudioWindow show(double width, double height) throws TimeoutException {
    StudioWindow window = empty(width, height, Preferences.none());
    window.open(Path.of(Sample.all().get(0).name()));
    return window;
  }

  /** Opens the window with the start screen, as for a person who has never been here. */
  static StudioWindow showStart(double width, double height) throws TimeoutException {
    return showStart(width, height, Preferences.none());
  }

  /** Opens the window with the start screen, as for a person of whom this is remembered. */
  static StudioWindow showStart(double width, double height, Preferences preferences) throws TimeoutException {
    StudioWindow window = shown(width, height, preferences, made -> made.work().showStart());
    window.nextFrames();
    return window;
  }

  private static StudioWindow empty(double width, double height, Preferences preferences) throws TimeoutException {
    return shown(width, height, preferences, window -> {});
  }

  /** Opens a window that plays a lesson. */
  static StudioWindow showLesson(double width, double height, LessonStart lesson) throws TimeoutException {
    StudioWindow window = shown(width, height, Preferences.none(), made -> {}, Optional.of(lesson));
    window.onScreen(() -> {
      window.playing().whenReady(room -> window.room = room);
      return null;
    });
    window.until("the rooms of the lesson", () -> window.room != null);
    return window;
  }

  private static StudioWindow shown(double width, double height, Preferences preferences, Consumer<StudioWindow> before)
      throws TimeoutException {
    return shown(width, height, preferences, before, Optional.empty());
  }

  /** @param before what is done before the window is shown */
  private static StudioWindow shown(
      double width, double height, Preferences preferences, Consumer<StudioWindow> before, Optional<LessonStart> lesson)
      throws TimeoutException {
    Stage primary = FxToolkit.registerPrimaryStage();
    // in memory, the primary stage keeps the size and place that another test gave it; in a real window, a second stage would not get the
    // mouse
    Stage stage = Boolean.getBoolean("testfx.headless") ? FxToolkit.registerStage(Stage::new) : primary;
    StudioWindow window = WaitForAsyncUtils.waitForAsyncFx(STARTING_MILLIS, () -> {
      Fonts.load();
      return new StudioWindow(stage, width, height, preferences, lesson);
    });
    window.onScreen(() -> {
      window.putIntoAFrame(); // before it is shown: else all of it would be styled twice
      before.accept(window);
      window.wiring.show(() -> {});
      window.opening = window.all(".lesson .step-title").stream().map(title -> ((Label) title).getText()).toList();
      return null;
    });
    return window;
  }

  private void putIntoAFrame() {
    content = (Region) stage.getScene().getRoot();
    stage.getScene().setRoot(new StackPane());
    ((StackPane) stage.getScene().getRoot()).getChildren().add(content);
    StackPane.setAlignment(content, Pos.TOP_LEFT);
  }

  private WorkWindow work() {
    return (WorkWindow) kind;
  }

  private LessonWindow playing() {
    return (LessonWindow) kind;
  }

  Lang lang() {
    return parts.lang();
  }

  /** The lesson that is played. */
  LessonModel lesson() {
    return room.model();
  }

  /** The headings of a lesson that were there before its rooms were made. */
  List<String> opening() {
    return opening;
  }

  /** The lessons that were opened: id, step from 0, plan. */
  List<String> lessonsOpened() {
    return onScreen(() -> List.copyOf(lessons));
  }

  /** The folders of the lessons that were opened for their author. */
  List<Path> previewsOpened() {
    return onScreen(() -> List.copyOf(previews));
  }

  /** Adds to the lesson what its author needs. @param tryIt plays it as a learner meets it */
  void preview(Runnable tryIt) {
    onScreen(() -> {
      playing().preview(false, tryIt);
      return null;
    });
  }

  void close() throws TimeoutException {
    onScreen(() -> {
      stage.hide();
      return null;
    });
    FxToolkit.cleanupStages();
  }

  DocumentModel document() {
    return parts.document();
  }

  RunModel run() {
    return parts.run();
  }

  /** The window's own boxes, which this window answers by itself otherwise. */
  WindowDialogs boxes() {
    return new WindowDialogs(stage, parts.lang());
  }

  /** Offers what a crash has left behind. */
  void offerLeftovers() {
    work().offerLeftovers();
  }

  void wear(Theme theme) {
    onScreen(() -> {
      parts.theme().themeProperty().set(theme);
      return null;
    });
    nextFrames();
  }

  /** Answers the next question for a file. */
  void answer(Path file) {
    answers.files.add(file);
  }

  // --- what a person does

  /** Goes to the start screen and waits for its pictures. */
  void home() {
    press("home");
    until("drawn", () -> stage.getScene().getRoot().lookupAll(".start-card .note").stream()
        .noneMatch(line -> ((Label) line).getText().isEmpty()));
  }

  /** Opens a project, and waits until it could be trained or is known to have a problem. */
  void open(Project project) {
    opening(() -> run().files().open(() -> document().open(project, "", Optional.empty()), Optional.empty(), Optional.empty()));
  }

  /** Opens a project at full speed, with its network in front: a sample's own pace and page are for people. */
  void open(Path projectOrSample) {
    openAsItIs(projectOrSample);
    onScreen(() -> {
      run().control().speedProperty().set(Double.POSITIVE_INFINITY);
      return null;
    });
    if (shows("#close-twins")) {
      press("close-twins");
    }
  }

  /** Opens a project as a person does. */
  void openAsItIs(Path projectOrSample) {
    opening(() -> work().open(projectOrSample));
  }

  /** Does what opens a project, and waits for the run that begins with it. */
  void opening(Runnable action) {
    Run before = onScreen(() -> run().runProperty().get());
    int openings = onScreen(() -> document().openingsProperty().get());
    onScreen(() -> {
      action.run();
      return null;
    });
    until("opened", () -> document().openingsProperty().get() > openings);
    until("ready", () -> !document().ready() || run().runProperty().get() != before && run().snapshot().isPresent());
    nextFrames();
  }

  /** Gives a command by the list of all commands. */
  void command(String titleKey) {
    key(KeyCode.K, true);
    onScreen(() -> {
      ((TextField) find("#command-search")).setText(parts.lang().say(titleKey));
      return null;
    });
    key(KeyCode.ENTER);
  }

  /** Presses a key where the focus is. */
  void key(KeyCode code) {
    key(code, false);
  }

  /** Presses a key together with Ctrl. */
  void command(KeyCode code) {
    key(code, true);
  }

  private void key(KeyCode code, boolean control) {
    onScreen(() -> {
      for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
        Node focused = stage.getScene().getFocusOwner();
        Event.fireEvent(focused == null ? content : focused, new KeyEvent(type, "", "", code, false, control, false, false));
      }
      return null;
    });
    nextFrames();
  }

  void press(String button) {
    onScreen(() -> {
      ((ButtonBase) find("#" + button)).fire();
      return null;
    });
  }

  void chooseLanguage(Texts texts) {
    onScreen(() -> {
      MenuButton menu = (MenuButton) find("#language");
      menu.getItems().stream()
          .map(RadioMenuItem.class::cast)
          .filter(item -> item.getText().equals(texts.say("top.language.own")))
          .findFirst().orElseThrow()
          .fire();
      return null;
    });
  }

  /** Changes the language as the start screen and the bar at the top do. */
  void speak(Texts texts) {
    onScreen(() -> {
      parts.lang().textsProperty().set(texts);
      return null;
    });
    WaitForAsyncUtils.waitForFxEvents(3);
  }

  /** Presses one of the buttons that stand together, by what it stands for. */
  void choose(Object choice) {
    onScreen(() -> {
      stage.getScene().getRoot().lookupAll(".segmented .toggle-button").stream()
          .map(ToggleButton.class::cast)
          .filter(button -> choice.equals(button.getUserData()))
          .findFirst().orElseThrow()
          .fire();
      return null;
    });
  }

  /** Trains for so many steps, and waits until they are seen. */
  void playSteps(int steps) {
    long before = onScreen(() -> run().snapshot().orElseThrow().step());
    onScreen(() -> {
      run().trainer().playSteps(steps);
      return null;
    });
    until("trained", () -> run().snapshot().filter(seen -> seen.step() == before + steps).isPresent() && !run().playing());
  }

  /** Trains to the last epoch or to a fault. */
  void train() {
    press("play");
    until("trained", TRAINING_SECONDS, () -> state() == Status.State.FINISHED || state() == Status.State.FAULT);
    nextFrames();
  }

  // --- what is there

  Node find(String selector) {
    Node found = stage.getScene().lookup(selector);
    if (found == null) {
      throw new AssertionError("nothing in the window is " + selector);
    }
    return found;
  }

  /** Whether there is such a node in the window, and nothing hides it. */
  boolean shows(String selector) {
    Node node = stage.getScene().lookup(selector);
    while (node != null && node.isVisible() && node.getParent() != null) {
      node = node.getParent();
    }
    return node != null && node.isVisible();
  }

  Set<Node> all(String selector) {
    return stage.getScene().getRoot().lookupAll(selector);
  }

  /** What is wrong with what is shown, as a person or a screen reader would meet it. */
  List<String> faults() {
    return onScreen(() -> Window.getWindows().stream().flatMap(shown -> LayoutFaults.of(shown.getScene().getRoot()).stream()).toList());
  }

  /** The same of one part of the window. */
  List<String> faults(String part) {
    return onScreen(() -> LayoutFaults.of((Parent) find(part)));
  }

  /** What shows a node on the canvas. @param place in the order in which the nodes were placed, from 0 */
  Parent node(int place) {
    return (Parent) find(".designer-node").getParent().getChildrenUnmodifiable().get(place);
  }

  /** Where on the screen the port of a node is that lies at the end of this order from left to right. */
  Point2D port(int place, Comparator<Double> order) {
    return onScreen(() -> {
      Comparator<Node> byPlace = Comparator.comparing(port -> port.getBoundsInParent().getCenterX(), order);
      Node port = node(place).lookupAll(".port").stream().filter(Node::isVisible).max(byPlace).orElseThrow();
      Bounds bounds = port.localToScreen(port.getBoundsInLocal());
      return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    });
  }

  /** How large the network is seen. */
  double zoomOfCanvas() {
    return onScreen(() -> find(".designer-node").getLocalToSceneTransform().getMxx());
  }

  Status.State state() {
    return run().statusProperty().get().state();
  }

  String weights() throws Exception {
    return run().trainer().ask(session -> session.parameters()).get().map(Parameters::sha256).orElseThrow();
  }

  /** Gives the window's content another size. The screen in memory has one size, so the content shrinks inside the window. */
  void resize(double width, double height) {
    onScreen(() -> {
      content.setMaxSize(width, height);
      return null;
    });
    nextFrames();
  }

  /** Shows a room of the palette, as a tab or beside the rail. */
  void showRoom(int place) {
    onScreen(() -> {
      PaletteView palette = (PaletteView) find(".palette");
      palette.show(((TabPane) palette.lookup(".tab-pane")).getTabs().get(place));
      return null;
    });
    nextFrames();
  }

  /** A picture of the window as it is, with what lies over it. */
  WritableImage photograph() {
    SnapshotParameters part = new SnapshotParameters();
    part.setViewport(new Rectangle2D(0, 0, content.getWidth(), content.getHeight()));
    return onScreen(() -> stage.getScene().getRoot().snapshot(part, null));
  }

  /** A picture of the window with the menus and boxes that are open over it. */
  WritableImage photographAll() {
    return onScreen(() -> {
      Canvas picture = new Canvas(content.getWidth(), content.getHeight());
      for (Window shown : Window.getWindows()) {
        Parent root = shown.getScene().getRoot();
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        WritableImage part = root.snapshot(clear, null);
        Bounds place = root.localToScene(root.getBoundsInLocal());
        picture.getGraphicsContext2D().drawImage(
            part, shown.getX() + shown.getScene().getX() + place.getMinX() - stage.getX() - stage.getScene().getX(),
            shown.getY() + shown.getScene().getY() + place.getMinY() - stage.getY() - stage.getScene().getY());
      }
      return picture.snapshot(null, null);
    });
  }

  /** A picture of a part of the window. */
  WritableImage photograph(String selector) {
    return onScreen(() -> {
      Bounds place = stage.getScene().getRoot().sceneToLocal(find(selector).localToScene(find(selector).getLayoutBounds()));
      SnapshotParameters part = new SnapshotParameters();
      part.setViewport(new Rectangle2D(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight()));
      return stage.getScene().getRoot().snapshot(part, null);
    });
  }

  static void save(WritableImage picture, Path file) {
    try {
      Files.createDirectories(file.getParent());
      ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // --- waiting

  /** Lets the window paint what it knows. */
  void nextFrames() {
    settle();
    if (!onScreen(this::fixesKnown)) {
      until("looked through for fixes", this::fixesKnown);
      settle();
    }
  }

  /** Waits until the canvas is still and nothing is computed in the background; a training or an animation may go on. */
  private void settle() {
    List<Double> before = canvas();
    int still = 0;
    for (int frame = 0; frame < MAX_FRAMES && still < STILL_FRAMES; frame++) {
      Frames.next();
      List<Double> now = canvas();
      still = now.equals(before) && (frame > MAX_COMPUTING_FRAMES || !computes()) ? still + 1 : 0;
      before = now;
    }
  }

  /** Pan and zoom of the canvas. */
  private List<Double> canvas() {
    return onScreen(() -> {
      Node node = stage.getScene().lookup(".designer-node");
      Transform at = node == null ? new Scale() : node.getLocalToSceneTransform();
      return List.of(at.getMxx(), at.getTx(), at.getTy());
    });
  }

  /** Whether a thread of the program other than the JavaFX thread and that of the test is at work. */
  private static boolean computes() {
    Thread[] threads = new Thread[2 * Thread.activeCount() + 16];
    return Arrays.stream(threads, 0, Thread.enumerate(threads))
        .filter(thread -> thread != Thread.currentThread() && !thread.getName().startsWith("JavaFX"))
        .filter(thread -> thread.getState() == Thread.State.RUNNABLE || thread.getState() == Thread.State.BLOCKED)
        .anyMatch(thread -> Arrays.stream(thread.getStackTrace()).anyMatch(frame -> frame.getClassName().startsWith("studio.backprop.")));
  }

  private boolean fixesKnown() {
    return document().findings().stream().allMatch(problem -> document().repairs(problem).isPresent());
  }

  /** Waits until something is so, as seen from the FX thread. */
  void until(String what, BooleanSupplier so) {
    until(what, PATIENCE_SECONDS, so);
  }

  private void until(String what, int seconds, BooleanSupplier so) {
    try {
      WaitForAsyncUtils.waitFor(seconds, TimeUnit.SECONDS, () -> onScreen(so::getAsBoolean));
    } catch (TimeoutException e) {
      save(photograph(), Path.of("target", "screenshots", "failed.png"));
      throw new AssertionError("not " + what + " after " + seconds + " s, but " + state() + "; see target/screenshots/failed.png", e);
    }
  }

  <T> T onScreen(Callable<T> action) {
    return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), action);
  }

  /** Gives the files that it was told to give, drops changes, and fails where a problem is told. */
  private static final class Answers implements FilesModel.Dialogs {
    private final Queue<Path> files = new ArrayDeque<>();

    @Override
    public Optional<Path> openFile(Optional<Path> near) {
      return Optional.of(files.remove());
    }

    @Override
    public Optional<Path> saveFile(Optional<Path> near, String name) {
      return Optional.of(files.remove());
    }

    @Override
    public Answer unsaved(Message what) {
      return Answer.DROP;
    }

    @Override
    public void tell(Message title, List<Message> sentences) {
      throw new AssertionError(title.key() + ": " + sentences);
    }
  }
}
