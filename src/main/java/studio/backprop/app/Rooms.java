package studio.backprop.app;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.backprop.app.lesson.LessonActs;
import studio.backprop.app.lesson.LessonModels;
import studio.backprop.compare.ComparisonRunner;
import studio.backprop.derivation.Factor;
import studio.backprop.ui.design.designer.DesignerView;
import studio.backprop.ui.design.designer.edit.CopiedNodes;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.design.inspector.InspectorModel;
import studio.backprop.ui.design.inspector.InspectorView;
import studio.backprop.ui.design.palette.Demos;
import studio.backprop.ui.inside.debugger.DebuggerModel;
import studio.backprop.ui.inside.debugger.DebuggerSwitch;
import studio.backprop.ui.inside.debugger.DebuggerView;
import studio.backprop.ui.inside.debugger.MathView;
import studio.backprop.ui.inside.debugger.TangentCard;
import studio.backprop.ui.inside.lens.LensPage;
import studio.backprop.ui.inside.lens.sheet.LensModel;
import studio.backprop.ui.judge.examples.ExamplesPage;
import studio.backprop.ui.kit.chart.ChartLibrary;
import studio.backprop.ui.watch.doctor.DoctorModel;
import studio.backprop.ui.watch.plots.DockView;
import studio.backprop.ui.watch.plots.PlotsModel;
import studio.backprop.ui.watch.time.CompareModel;
import studio.backprop.ui.watch.time.CompareView;
import studio.backprop.ui.window.presenter.Exhibit;
import studio.backprop.ui.window.presenter.PresenterView;
import studio.backprop.ui.window.shell.ShellView;

/** Builds and connects the panels and pages of the window. */
final class Rooms {
  private final RoomContext at;
  private final ComparisonRunner comparisons;
  private final OwnBlocks own;
  private final Demos demos;
  private final DesignerModel network;
  private final LensModel lens;
  private final DebuggerModel steps;
  private final DoctorModel doctor;
  private final FirstPlay firstPlay;
  private final PlotsModel plots;
  private final StackPane middle = new StackPane();
  /** Placeholder of the lesson's text while it is presented. */
  private final StackPane text = new StackPane();
  /** Text key of the step's view in a presentation. */
  private final StringProperty roomTitle = new SimpleStringProperty(PresentedRoom.SETTINGS.titleKey());
  private final Optional<LessonStart> lessonStart;
  private Optional<LessonRoom> lesson = Optional.empty();
  private Runnable leaveLesson = () -> {};
  private ShellView.Rooms all;
  private DesignerView canvas;
  private DockView dock;
  private InspectorView inspector;
  private PaletteRoom palette;
  private LensPage page;
  private TimeRoom time;
  private BottomPanel below;
  private SidePanel beside;
  private ComparisonRoom comparison;
  private PagesOverCanvas pages;
  private MetricsRoom metrics;
  private ReasonsRoom reasons;
  private EmbeddingRoom embedding;
  private PresenterView presenter;
  /** Held strongly. */
  private PresentedPage presented;
  private PadRoom pad;
  private Views views;

  Rooms(RoomContext at, ComparisonRunner comparisons, OwnBlocks own, CopiedNodes copied, Demos demos, Making making,
      Optional<LessonStart> lessonStart) {
    this.at = at;
    this.lessonStart = lessonStart;
    this.comparisons = comparisons;
    this.own = own;
    this.demos = demos;
    network = new DesignerModel(at.document(), copied);
    lens = new LensModel(at.document(), at.run());
    steps = new DebuggerModel(at.document(), at.run(), at.pulse());
    doctor = new DoctorModel(at.document(), at.run(), at.pulse());
    firstPlay = new FirstPlay(at.run(), network);
    plots = new PlotsModel(at.run(), at.pulse());
    making.add(() -> canvas = new DesignerView(network, at.run(), at.pulse(), at.lang(), at.theme(), at.motion()));
    List.<Runnable>of(this::makeInspector, this::makePalette, this::makeDock, this::makeMiddle, this::makeTime, this::makeBottom,
        this::makeSide, this::makeComparison, this::makePresenter, this::arrange).forEach(making::add);
  }

  private void makeInspector() {
    InspectorModel inspected = new InspectorModel(at.document(), at.run());
    network.searchBy(inspected.dice());
    inspector = new InspectorView(inspected, at.lang(), at.hints(), at.theme(), network, at.typesetter());
  }

  private void makePalette() {
    palette = new PaletteRoom(at, network, canvas, own, demos);
  }

  private void makeDock() {
    dock = new DockView(plots, at.lang(), at.theme());
    introduceExamples();
    introduceSettings();
  }

  private void makeMiddle() {
    introduceInside();
    introduceCanvas();
    pages = new PagesOverCanvas(at, palette.examples(), lens, canvas, lessonStart.isPresent());
    metrics = new MetricsRoom(at, pages, palette.examples(), palette.columns(), doctor, lessonStart.isEmpty());
    reasons = new ReasonsRoom(at, pages, inspector, canvas.tint(), () -> pad.model().openProperty().set(true), lessonStart.isEmpty());
    embedding = new EmbeddingRoom(at, pages, palette.examples(), reasons.model()::explainPlace, lessonStart.isEmpty());
    middle.getChildren().addAll(
        canvas, new ExamplesPage(palette.examples(), new ChartLibrary(at.pulse()), at.lang(), at.hints(), at.theme()), page, metrics.page(),
        reasons.page(), embedding.page(),
        new TangentCard(steps, at.lang(), at.theme(), at.typesetter(), at.motion(), canvas::whereIs, canvas::whereNodesAre));
    middle.setMinSize(0, 0);
  }

  private void makeTime() {
    time = new TimeRoom(at, middle, pages.tall(), steps, palette.view());
    time.offerFilms(at, dock, inspector, page);
    canvas.hearDoctor(doctor.findingsProperty());
  }

  private void makeBottom() {
    below = new BottomPanel(at, dock, network, canvas, steps, time.slow());
    introduceDebugger();
  }

  private void makeSide() {
    CompareView compare = new CompareView(new CompareModel(at.run(), network::show), at.lang(), at.hints());
    beside = new SidePanel(at, inspector, compare, doctor, network);
    ExperimentRoom.show(at, doctor, beside.doctorShown(), middle, below);
    doctor.onKept(network.moves()::showAllIfHidden);
  }

  private void makeComparison() {
    comparison = new ComparisonRoom(at, comparisons, time.time(), lessonStart.isPresent());
    if (lessonStart.isEmpty()) {
      comparison.fill(network.dice());
    }
  }

  private void makePresenter() {
    presenter = new PresenterView(exhibits(), at.document(), at.run(), at.lang(), network.moves()::comeClose);
    presenter.leaveArrows(plots.ownKeys().playingProperty(), plots.ownKeys()::press);
    at.shell().onPresent(() -> presenter.toggleIn(at.shell().getScene()));
    pad = new PadRoom(at, canvas, presenter);
    if (lessonStart.isEmpty()) {
      presented = new PresentedPage(presenter, pages.tall(), palette.examples().openProperty(), comparison.mapOpen(),
          comparison.searchOpen(), plots.outputLeads());
      comparison.presentWith(presenter, at.shell());
    }
  }

  private void arrange() {
    lesson = lessonStart.map(this::makeLesson);
    all = new ShellView.Rooms(lesson.<Region>map(LessonRoom::view).orElse(palette.view()), time.canvasOverTime(), beside, below);
    if (lesson.isEmpty()) {
      new OutputPlacement(at, inspector, dock).follow(presenter.presentingProperty());
    }
    views = new Views(at.document(), at.run(), network, inspector, lens, beside, palette.examples(), dock, below, presenter, pad, reasons,
        metrics, embedding, new LabViews(comparison, at.run()), at.shell()::getScene);
  }

  private LessonRoom makeLesson(LessonStart start) {
    Region lanes = comparison.lanes();
    lanes.setVisible(false);
    middle.getChildren().add(lanes);
    middle.getChildren().add(pages.add(comparison.searchAlone(), comparison::searchPage));
    inspector.addTab(1, at.lang().bind("palette.data"), palette.dataForms(at.hints()));
    LessonPages over = new LessonPages(metrics, reasons, embedding, comparison, pages);
    LessonStage stage = new LessonStage(
        at, network, canvas, lens, dock, below, beside, inspector, palette.examples(), time, lanes, pad, over);
    LessonModels models = new LessonModels(at.document(), at.run(), comparison.model(), metrics.folds(), comparison.search(), doctor,
        pad.model());
    LessonActs acts = new LessonActs(models, start.folder(), beside::showDoctor, stage::projectOpened);
    LessonRoom room = new LessonRoom(at, start, stage, acts, () -> leaveLesson.run());
    room.presentWith(presenter, at.shell(), text, roomTitle);
    presenter.presentingProperty().subscribe(
        now -> List.of(plots.loss(), plots.measure()).forEach(curve -> curve.namedOnlyProperty().set(now)));
    return room;
  }

  /** The lesson of the window. */
  Optional<LessonRoom> lesson() {
    return lesson;
  }

  void onLeaveLesson(Runnable leave) {
    leaveLesson = leave;
  }

  /** A cell of the confusion matrix opens its examples; a selected node shows its maps in the output. */
  private void introduceExamples() {
    plots.output().onCell(palette.examples()::show);
    palette.examples().openProperty().subscribe(open -> canvas.setVisible(!open));
    at.document().selectionProperty()
        .subscribe(selected -> at.document().selectedNode().ifPresent(node -> plots.output().layerProperty().set(Optional.of(node))));
  }

  private void introduceSettings() {
    canvas.onOpenSample(at.files()::openSample);
    canvas.onChooseData(palette.view()::showData);
    new SettingCommands(at.document(), inspector, palette.view()).offerTo(at.shell(), new Lab(at.lang(), at.hints()));
  }

  /** A node's inside replaces all panels. */
  private void introduceInside() {
    canvas.onOpenNode(lens::open);
    inspector.onLookInside(lens::openSelected);
    lens.nodeProperty().subscribe((before, node) -> {
      palette.view().fold();
      canvas.setVisible(node.isEmpty());
      if (lessonStart.isEmpty()) { // the text of a lesson stays beside it
        at.shell().enlargeMiddle(node.isPresent());
      }
    });
    page = new LensPage(lens, at.lang(), at.theme(), at.hints(), at.motion(), at.pulse(), at.typesetter(), canvas::takeKeys);
    page.keysFrom(at.shell());
  }

  /** Connects canvas, shell and dock: keys, commands and space. */
  private void introduceCanvas() {
    at.shell().list(canvas.commands());
    at.shell().list(palette.commands());
    at.shell().hearEverywhere(canvas.commandsEverywhere());
    at.shell().listGestures(canvas.gestures());
    at.shell().export(canvas.pictureCommands());
    dock.shrinkKeyOn(at.shell());
    dock.enlargedProperty().subscribe((before, large) -> at.shell().enlargeDock(large));
  }

  /** Debugger below the canvas, with its values in the inspector and positions on the canvas. */
  private void introduceDebugger() {
    inspector.addMath(new MathView(steps, at.lang(), at.typesetter(), at.motion(), at.theme(), below::toggleDebugger));
    steps.shownProperty().bind(below.debuggerShown());
    steps.watchedProperty().bind(Bindings.createBooleanBinding(
        () -> below.debuggerShown().getValue() || inspector.mathShown().get(), below.debuggerShown(), inspector.mathShown()));
    steps.pointing().factorProperty().subscribe(factor -> canvas.ring(factor.map(Factor::node)));
    below.closeKeyOn(at.shell());
    time.add(new DebuggerSwitch(steps, at.lang(), at.hints(), below::toggleDebugger));
    at.shell().onDebugger(steps.shownProperty(), KeyCombination.valueOf(DebuggerView.KEYS), below::toggleDebugger);
    new Debugging(at, steps, palette.view(), inspector, network).follow(below.debuggerShown());
  }

  private List<Exhibit> exhibits() {
    Exhibits exhibits = new Exhibits(canvas, dock, plots, comparison);
    return lessonStart.isPresent() ? exhibits.ofLesson(roomTitle, at.shell().rest(), text) : exhibits.ofWindow(middle);
  }

  /** Whether a presentation is on. */
  ObservableValue<Boolean> presenting() {
    return presenter.presentingProperty();
  }

  ObservableBooleanValue gradientsShown() {
    return network.lensProperty().isEqualTo(Lens.GRADIENTS);
  }

  PaletteRoom palette() {
    return palette;
  }

  /** Views to be opened by the benchmark. */
  Views views() {
    return views;
  }

  /** Restores the layout of the last session. */
  void restore(Preferences preferences) {
    firstPlay.restore(preferences);
    preferences.choice("lens", Lens.class).ifPresent(network.lensProperty()::set);
    network.tintedProperty().set(preferences.text("tint").map(Boolean::parseBoolean).orElse(false));
    palette.restore(preferences);
  }

  void keep(Preferences preferences) {
    firstPlay.keep(preferences);
    preferences.set("lens", network.lens());
    preferences.set("tint", network.tintedProperty().get());
    palette.keep(preferences);
  }

  ShellView.Rooms all() {
    return all;
  }

  void leaveTwins() {
    if (comparison != null) {
      comparison.page().leave();
    }
  }

  void close() {
    lesson.ifPresent(LessonRoom::close);
    doctor.close();
    // a window may be closed before it is fully built
    if (pad != null) {
      pad.close();
    }
    if (comparison != null) {
      metrics.close();
      reasons.close();
      embedding.close();
      page.close();
      comparison.close();
    }
  }
}
