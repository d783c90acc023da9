package studio.backprop.app;

import java.util.concurrent.ExecutorService;
import java.util.function.BiFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Cursor;
import javafx.stage.Stage;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.lesson.LessonProblem;
import studio.backprop.run.Trainer;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.FramePulse;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Logo;
import studio.backprop.ui.kit.Look;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.formula.Typesetter;
import studio.backprop.ui.window.shell.FilesModel;
import studio.backprop.ui.window.shell.Frame;
import studio.backprop.ui.window.shell.PreferencesPage;
import studio.backprop.ui.window.shell.ShellView;
import studio.backprop.ui.window.shell.WindowDialogs;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;
import studio.backprop.ui.workspace.run.WorkModel;

/** Foundation of a window before its panels: models, engine and an empty frame. */
final class WindowParts implements AutoCloseable {
  static final String PRODUCT = "Backprop Studio";

  private final Stage stage;
  private final Preferences preferences;
  private final WindowState state;
  private final FramePulse pulse = new FramePulse();
  private final Typesetter typesetter;
  private final ExecutorService repairs = Demonstrator.thread("repair search");
  private final DocumentModel document = new DocumentModel(repairs, pulse::soon);
  private final Kernels kernels = KernelChoice.create(trainingThreads());
  private final RunModel run = new RunModel(document, new Trainer(kernels), pulse);
  private final WorkModel work = new WorkModel(document, run, pulse);
  private final FilesModel files;
  private final Frame frame = new Frame();
  private final Making making = new Making();
  private final StringProperty title = new SimpleStringProperty(this, "title", PRODUCT);
  /** Whether the scene has the workspace style sheets. */
  private final BooleanProperty dressedForRooms = new SimpleBooleanProperty(this, "dressedForRooms");
  private ShellView shell;
  private PreferencesPage preferencesPage;

  /** @param texts initial language, unless remembered */
  WindowParts(Stage stage, Preferences preferences, Texts texts) {
    this(stage, preferences, texts, WindowDialogs::new);
  }

  /** @param dialogs replaces file dialogs in tests */
  WindowParts(Stage stage, Preferences preferences, Texts texts, BiFunction<Stage, Lang, FilesModel.Dialogs> dialogs) {
    this.stage = stage;
    this.preferences = preferences;
    state = new WindowState(stage, preferences, texts);
    typesetter = new Typesetter(pulse, lang().veil());
    files = new FilesModel(document, run, work, pulse, dialogs.apply(stage, lang()));
    frame.holdWhile(files.readingProperty());
    run.files().beforeOpening(making::finish);
    state.restore(frame);
    new Look(theme(), dressedForRooms).dress(stage.getScene());
    stage.titleProperty().bind(title);
    stage.getIcons().setAll(Logo.images());
  }

  /** One core is left to the JavaFX thread. */
  private static int trainingThreads() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
  }

  Stage stage() {
    return stage;
  }

  Preferences preferences() {
    return preferences;
  }

  WindowState state() {
    return state;
  }

  Lang lang() {
    return state.lang();
  }

  ThemeModel theme() {
    return state.theme();
  }

  Motion motion() {
    return state.motion();
  }

  FramePulse pulse() {
    return pulse;
  }

  Typesetter typesetter() {
    return typesetter;
  }

  DocumentModel document() {
    return document;
  }

  Kernels kernels() {
    return kernels;
  }

  RunModel run() {
    return run;
  }

  WorkModel work() {
    return work;
  }

  FilesModel files() {
    return files;
  }

  Frame frame() {
    return frame;
  }

  /** Remaining construction. */
  Making making() {
    return making;
  }

  StringProperty title() {
    return title;
  }

  // --- the shell

  /** Creates the shell without panels. */
  ShellView makeShell() {
    shell = new ShellView(document, run, files, lang(), theme());
    shell.standIn(frame);
    return shell;
  }

  /** The shell with all panels, built now if needed. */
  ShellView shell() {
    making.finish();
    dressForRooms();
    return shell;
  }

  /** The shell, with or without panels. */
  ShellView emptyShell() {
    return shell;
  }

  /** Adds the workspace style sheets to the scene. */
  void dressForRooms() {
    dressedForRooms.set(true);
  }


  void showPreferences() {
    if (preferencesPage == null) {
      preferencesPage = new PreferencesPage(lang(), theme(), motion());
    }
    preferencesPage.showIn(stage.getScene());
  }

  void tell(Message sentence) {
    files.tell(Message.of("files.lesson"), sentence);
  }

  void tell(LessonProblem problem) {
    tell(Message.of("author.refused", problem.say(lang().texts())));
  }

  /** Suspends background construction, with a wait cursor, while another window opens. */
  void holdUntil(Runnable opened) {
    making.hold(true);
    frame.setCursor(Cursor.WAIT);
    pulse.soon(() -> {
      try {
        opened.run();
      } finally {
        making.hold(false);
        frame.setCursor(null);
      }
    });
  }

  @Override
  public void close() {
    work.close();
    run.close();
    repairs.shutdownNow();
    kernels.close();
  }
}
