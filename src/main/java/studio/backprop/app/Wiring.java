package studio.backprop.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.lesson.LessonProblem;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.store.Sample;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.train.compare.ComparisonRunner;
import studio.backprop.train.run.Trainer;
import studio.backprop.ui.designer.edit.CopiedNodes;
import studio.backprop.ui.document.DocumentModel;
import studio.backprop.ui.formula.Typesetter;
import studio.backprop.ui.glossary.GlossaryModel;
import studio.backprop.ui.glossary.GlossaryPage;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.FramePulse;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Logo;
import studio.backprop.ui.kit.Look;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Toast;
import studio.backprop.ui.lesson.LessonOpening;
import studio.backprop.ui.run.RunModel;
import studio.backprop.ui.run.WorkModel;
import studio.backprop.ui.shell.FileDrop;
import studio.backprop.ui.shell.FilesModel;
import studio.backprop.ui.shell.Frame;
import studio.backprop.ui.shell.NewsModel;
import studio.backprop.ui.shell.PreferencesPage;
import studio.backprop.ui.shell.ShellView;
import studio.backprop.ui.shell.WindowDialogs;
import studio.backprop.ui.worksheet.WorksheetModel;
import studio.backprop.ui.worksheet.WorksheetPage;
import studio.backprop.worksheet.kind.SheetCatalog;

/**
 * Makes everything that the window is made of, once, and hands each what it needs. The shell and its rooms, where a project is drawn and
 * trained, are made when they are first asked for; until then, while the start screen is looked at, piece by piece. It is long because it
 * is the one place that knows all.
 */
final class Wiring {
  private static final String PRODUCT = "Backprop Studio";
  private static final double CASCADE = 32;

  /** Makes what asks for files; the tests answer by themselves. */
  interface Asking {
    FilesModel.Dialogs dialogs(Stage stage, Lang lang);
  }

  private final Stage stage;
  private final WindowState state;
  private final Lang lang;
  private final ThemeModel theme;
  private final Motion motion = new Motion();
  private final Preferences preferences;
  private final FramePulse pulse = new FramePulse();
  private final Typesetter typesetter;
  private final Optional<LessonStart> lesson;
  private final ExecutorService repairs = Demonstrator.thread("repair search");
  private final Demonstrator demos = new Demonstrator(pulse::soon);
  private final DocumentModel document = new DocumentModel(repairs, pulse::soon);
  private final Trainer trainer;
  private final Kernels kernels;
  private final RunModel run;
  private final WorkModel work;
  private final FilesModel files;
  private final Optional<Safety> safety;
  private final CopiedNodes copied;
  private final OwnBlocks own;
  private final FullScreen fullScreen;
  private final StringProperty title = new SimpleStringProperty(this, "title", PRODUCT);
  private final Frame frame = new Frame();
  private final Making making = new Making();
  /** Whether the scene has the style sheets of the rooms. */
  private final BooleanProperty dressedForRooms = new SimpleBooleanProperty(this, "dressedForRooms");
  private final NewsModel news;
  private final StartScreen start;
  private ShellView shell;
  private Rooms rooms;
  private RoomContext context;
  private AuthorRoom.Previewer previewer = (folder, made) -> {};
  private Optional<PreviewRoom> preview = Optional.empty();
  /** Who waits for the rooms of a lesson. */
  private final List<Consumer<LessonRoom>> playing = new ArrayList<>();
  private Tour tour;
  private Runnable leave;
  private PreferencesPage preferencesPage;

  /** @param texts the language to begin with, where none is remembered */
  Wiring(Stage stage, Preferences preferences, Texts texts) {
    this(stage, preferences, texts, new CopiedNodes());
  }

  /** @param copied what was copied in any window */
  Wiring(Stage stage, Preferences preferences, Texts texts, CopiedNodes copied) {
    this(stage, preferences, texts, copied, WindowDialogs::new, Optional.empty());
  }

  Wiring(Stage stage, Preferences preferences, Texts texts, Asking asking) {
    this(stage, preferences, texts, new CopiedNodes(), asking, Optional.empty());
  }

  /** A window for a lesson: its projects are nobody's work, so that none is kept and nothing is asked. */
  Wiring(Stage stage, Preferences preferences, Texts texts, CopiedNodes copied, LessonStart lesson) {
    this(stage, preferences, texts, copied, WindowDialogs::new, Optional.of(lesson));
  }

  private Wiring(
      Stage stage, Preferences preferences, Texts texts, CopiedNodes copied, Asking asking, Optional<LessonStart> lesson) {
    this.stage = stage;
    this.lesson = lesson;
    this.leave = stage::close;
    this.preferences = preferences;
    this.state = new WindowState(preferences);
    this.lang = new Lang(state.texts(texts));
    this.typesetter = new Typesetter(pulse, lang.veil());
    this.theme = new ThemeModel(state.theme());
    motion.reducedProperty().set(state.reducedMotion());
    Look look = new Look(theme, dressedForRooms);
    this.kernels = KernelChoice.create(trainingThreads());
    this.trainer = new Trainer(kernels);
    this.run = new RunModel(document, trainer, pulse);
    this.work = new WorkModel(document, run, pulse);
    this.files = new FilesModel(document, run, work, pulse, asking.dialogs(stage, lang));
    this.copied = copied;
    frame.holdWhile(files.readingProperty());
    frame.addEventFilter(KeyEvent.KEY_PRESSED, this::serve);
    this.news = new NewsModel(document, run);
    this.own = new OwnBlocks(preferences.folder(), pulse);
    stage.focusedProperty().subscribe(own::refresh);
    this.fullScreen = new FullScreen(stage, preferences);
    this.start = new StartScreen(
        frame, this::shell, document, files, lang, theme, pulse, new RecentProjects(preferences, pulse), this::tour);
    start.onPreferences(this::showPreferences);
    if (lesson.isEmpty()) {
      new FileDrop(frame, lang, pulse, files::open, this::openOwn, start::openLesson);
    }
    if (lesson.isPresent()) {
      makeShell(); // the first words of the lesson stand in it
    } else {
      making.add(this::makeShell);
    }
    making.add(this::makeRooms);
    run.files().beforeOpening(making::finish);
    this.safety = preferences.folder().filter(folder -> lesson.isEmpty())
        .map(folder -> new Safety(folder, document, run, work, files, pulse));
    safety.ifPresent(s -> frame.announce(s.view(lang), start.shownProperty()));
    state.restore(stage, frame);
    look.dress(stage.getScene());
    stage.titleProperty().bind(title);
    stage.getIcons().setAll(Logo.images());
    stage.setOnCloseRequest(event -> {
      event.consume();
      if (lesson.isPresent()) {
        stage.close();
      } else {
        files.afterAsking(stage::close);
      }
    });
  }

  private void openOwn(Path table) {
    making.finish();
    rooms.palette().openOwn(table);
  }

  private void makeShell() {
    shell = new ShellView(document, run, files, lang, theme);
    shell.standIn(frame);
    title.bind(lesson.map(now -> lang.bind("window.title", now.title(lang)))
        .orElseGet(() -> Bindings.when(start.shownProperty()).then(PRODUCT).otherwise(shell.titleProperty())));
  }

  private void makeRooms() {
    context = new RoomContext(document, run, files, lang, new Hints(lang), theme, motion, pulse, typesetter, shell, frame);
    ComparisonRunner comparisons = new ComparisonRunner(kernels, Runtime.getRuntime().availableProcessors());
    if (lesson.isEmpty()) { // what a lesson does is no news
      frame.say(new Toast(
          lang.bind(news.newsProperty().map(said -> said.orElse(null))), lang.bind("news.undo"), news::undo, news::dismiss, motion));
    }
    frame.say(new Toast(
        lang.bind(own.removedProperty().map(block -> block.map(gone -> Message.of("news.block_removed", gone.title())).orElse(null))),
        lang.bind("news.undo"), own::takeBack, own::forget, motion));
    rooms = new Rooms(context, comparisons, own, copied, demos, making, lesson);
    making.addOptional(() -> dressedForRooms.set(true));
    if (lesson.isEmpty()) {
      making.addOptional(() -> frame.styleAhead(shell));
    }
    List.<Function<Rooms, Region>>of(
        made -> made.all().palette(), made -> made.all().canvas(), made -> made.all().inspector(), made -> made.all().dock(),
        made -> made.views().presenter().cover())
        .forEach(room -> making.addOptional(() -> frame.styleAhead(room.apply(rooms))));
    making.add(this::moveIn);
  }

  private void moveIn() {
    shell.place(rooms.all());
    if (lesson.isEmpty()) {
      rooms.restore(preferences);
    }
    rooms.onLeaveLesson(() -> leave.run());
    if (lesson.isEmpty()) {
      new AuthorRoom(context, preferences, (folder, made) -> previewer.preview(folder, made));
    }
    tour = new Tour(frame, document, run, rooms, lang, pulse, preferences);
    fullScreen.during(rooms.presenting());
    shell.onHome(lesson.isPresent() ? () -> leave.run() : start::show);
    if (lesson.isEmpty()) {
      shell.onLessons(Command.of(Message.of("command.lessons"), Command.Group.WINDOW, Icon.LESSONS, start::lessons));
    }
    shell.onFullScreen(fullScreen.command());
    shell.onPreferences(this::showPreferences);
    GlossaryPage glossary = new GlossaryPage(new GlossaryModel(lang), lang, typesetter);
    shell.offer(List.of(Command.of("command.glossary", Command.Group.WINDOW, Icon.GLOSSARY, "Shift+F1",
        () -> glossary.showIn(stage.getScene()))));
    WorksheetPage sheets = new WorksheetPage(WorksheetModel.usual(), lang, typesetter, pulse);
    rooms.lesson().ifPresent(room -> room.view().onSheet(sheet -> SheetCatalog.find(sheet.kind())
        .ifPresent(kind -> sheets.showIn(stage.getScene(), kind, sheet.variant()))));
    shell.offer(List.of(Command.of(Message.of("command.worksheets"), Command.Group.WINDOW, Icon.WORKSHEET,
        () -> sheets.showIn(stage.getScene()))));
    shell.offer(List.of(Command.of(Message.of("command.tour"), Command.Group.WINDOW, Icon.TOUR, tour::begin)));
  }

  private ShellView shell() {
    making.finish();
    dressedForRooms.set(true);
    return shell;
  }

  private Tour tour() {
    making.finish();
    return tour;
  }

  /** The commands that do not need a project can be given by their keys on the start screen, too. */
  private void serve(KeyEvent key) {
    if (start.shownProperty().get() && ShellView.mayBeCommand(key)) {
      making.finish();
      shell.press(key);
    }
  }

  private void showPreferences() {
    if (preferencesPage == null) {
      preferencesPage = new PreferencesPage(lang, theme, motion);
    }
    preferencesPage.showIn(stage.getScene());
  }

  /** One core is left to the screen. */
  private static int trainingThreads() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
  }

  /** @param closed hears when the window is gone */
  void show(Runnable closed) {
    stage.setOnHidden(event -> {
      close();
      closed.run();
    });
    if (lesson.isPresent()) {
      showOpening(lesson.get());
    } else if (!start.shownProperty().get()) {
      frame.show(shell());
    }
    stage.show();
    state.resize(stage);
    frame.requestFocus();
    FirstPicture.then(pulse, () -> making.goOn(pulse, () -> {
      playing.forEach(heard -> heard.accept(rooms.lesson().orElseThrow()));
      playing.clear();
      KernelChoice.warmUp();
    }));
  }

  /** The words of the first step can be read while the rooms are made. */
  private void showOpening(LessonStart now) {
    dressedForRooms.set(true);
    shell.limit(Set.of(), command -> false, false);
    shell.begin(new LessonOpening(now.folder(), now.lessons(), now.step(), lang, typesetter, () -> leave.run()));
    frame.show(shell);
    playing.add(0, LessonRoom::begin);
  }

  /** Offers what an earlier run of the program left behind. */
  void offerLeftovers() {
    safety.ifPresent(Safety::offer);
  }

  /** Lets a person ask for another window. */
  void onNewWindow(Runnable open) {
    files.onNewWindow(open);
  }

  /** Presents the window to a class. */
  void present() {
    whenPlaying(room -> shell.present());
  }

  /** Lets a person preview a lesson that is being written. */
  void onPreview(AuthorRoom.Previewer opener) {
    previewer = opener;
  }

  /** Adds to the lesson what its author needs. @param made whether it was made a moment ago */
  void previewed(boolean made, Runnable tryIt) {
    whenPlaying(playing -> {
      PreviewRoom room = new PreviewRoom(context, lesson.flatMap(LessonStart::preview).orElseThrow(), playing, tryIt);
      preview = Optional.of(room);
      if (made) {
        room.sayWhereItIs();
      }
    });
  }

  /** Says why a lesson cannot be opened. */
  void tell(Message sentence) {
    files.tell(Message.of("files.lesson"), sentence);
  }

  /** Says what is wrong with a file of a lesson. */
  void tell(LessonProblem problem) {
    tell(Message.of("author.refused", problem.say(lang.texts())));
  }

  /** What ends the lesson. */
  void onLeave(Runnable left) {
    leave = left;
  }

  /** Something changed elsewhere that the start screen shows. */
  void refreshStart() {
    start.refresh();
  }

  /** Lets a person open lessons. */
  void onLesson(LessonLibrary library) {
    start.onLessons(new CourseRoom(library, lang, pulse));
  }

  /** The lesson that the window is for, once its rooms are made. */
  Optional<LessonRoom> lesson() {
    return rooms == null ? Optional.empty() : rooms.lesson();
  }

  /** @param heard hears of the lesson when its rooms are made */
  void whenPlaying(Consumer<LessonRoom> heard) {
    if (making.isDone() && playing.isEmpty()) {
      heard.accept(rooms.lesson().orElseThrow());
    } else {
      playing.add(heard);
    }
  }

  /** While another window opens, this one makes nothing in the background, and the pointer says that somebody is at work. */
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

  /** Lies exactly over another window. */
  void coverWindow(Wiring other) {
    stage.setX(other.stage.getX());
    stage.setY(other.stage.getY());
    stage.setWidth(other.stage.getWidth());
    stage.setHeight(other.stage.getHeight());
    stage.setMaximized(other.stage.isMaximized());
  }

  /** Writes down place, size, language and look as they are now, so that the next window begins with them. */
  void remember() {
    state.keep(stage, lang.texts(), theme.theme(), motion);
  }

  /** @param changed hears of another language or look, which hold for all windows */
  void onLook(Runnable changed) {
    lang.textsProperty().subscribe((before, now) -> changed.run());
    theme.themeProperty().subscribe((before, now) -> changed.run());
    motion.reducedProperty().subscribe((before, now) -> changed.run());
  }

  /** Takes over language and look of another window. */
  void lookLike(Wiring other) {
    lang.textsProperty().set(other.lang.texts());
    theme.themeProperty().set(other.theme.theme());
    motion.reducedProperty().set(other.motion.reduced());
  }

  /** Moves the window a little away from another one, so that both can be seen. */
  void placeBeside(Wiring other) {
    if (!stage.isMaximized()) {
      stage.setX(other.stage.getX() + CASCADE);
      stage.setY(other.stage.getY() + CASCADE);
    }
  }

  /** Shows the start screen. */
  void start() {
    start.show();
  }

  /** Opens a file or, where there is none of that name, a sample. */
  void open(Path file) {
    Optional<Sample> sample = Files.exists(file) ? Optional.empty() : Sample.find(file.toString());
    sample.ifPresentOrElse(found -> files.openSample(found.name()), () -> files.open(file));
  }

  DocumentModel document() {
    return document;
  }

  RunModel run() {
    return run;
  }

  Lang lang() {
    return lang;
  }

  ThemeModel theme() {
    return theme;
  }

  /** Opens a project whose training has no end. */
  void openEndless(Project project) {
    Project endless = project.withTraining(training -> training.withEpochs(TrainingSettings.MOST_EPOCHS));
    run.files().open(() -> document.open(endless, "", Optional.empty()), Optional.empty(), Optional.empty());
  }

  /** Presses Play. */
  void play() {
    run.control().togglePlay();
  }

  void pause() {
    run.control().pause();
  }

  /** Whether it trains no longer. */
  boolean rests() {
    return !run.playing();
  }

  /** For the measurement of the time machine. */
  Returns returns() {
    return new Returns(run);
  }

  /** Whether there is a run. */
  boolean hasRun() {
    return run.runProperty().get() != null;
  }

  /** Whether the window has seen a training step. */
  boolean hasTrained() {
    return !run.history().isEmpty();
  }

  Views views() {
    return rooms.views();
  }

  /** The window's thread was kept busy on purpose: no frame is late. */
  void passOver() {
    pulse.passOver();
  }

  /** Closes the window without asking. */
  void hide() {
    stage.hide();
  }

  private void keepRooms() {
    if (making.isDone() && lesson.isEmpty()) {
      rooms.keep(preferences);
    }
    making.stop();
    if (rooms != null) {
      rooms.close();
    }
  }

  private void close() {
    pulse.close();
    start.end();
    keepRooms();
    remember();
    safety.ifPresent(Safety::close);
    preview.ifPresent(PreviewRoom::close);
    work.close();
    news.close();
    run.close();
    repairs.shutdownNow();
    demos.close();
    kernels.close();
  }
}
