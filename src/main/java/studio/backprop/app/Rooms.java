package studio.backprop.app;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.text.Message;
import studio.backprop.train.compare.ComparisonRunner;
import studio.backprop.train.explain.Factor;
import studio.backprop.ui.chart.ChartLibrary;
import studio.backprop.ui.compare.ComparisonModel;
import studio.backprop.ui.compare.ComparisonPage;
import studio.backprop.ui.compare.RunsModel;
import studio.backprop.ui.debugger.DebuggerModel;
import studio.backprop.ui.debugger.DebuggerSwitch;
import studio.backprop.ui.debugger.DebuggerView;
import studio.backprop.ui.debugger.MathView;
import studio.backprop.ui.debugger.SlowMotion;
import studio.backprop.ui.debugger.SlowMotionBar;
import studio.backprop.ui.debugger.TangentCard;
import studio.backprop.ui.designer.DesignerView;
import studio.backprop.ui.designer.PaletteDrop;
import studio.backprop.ui.designer.edit.CopiedNodes;
import studio.backprop.ui.designer.edit.DesignerModel;
import studio.backprop.ui.designer.edit.Lens;
import studio.backprop.ui.doctor.DoctorModel;
import studio.backprop.ui.doctor.ExperimentPlots;
import studio.backprop.ui.doctor.ExperimentView;
import studio.backprop.ui.document.DocumentModel;
import studio.backprop.ui.examples.ExamplesModel;
import studio.backprop.ui.examples.ExamplesView;
import studio.backprop.ui.formula.Typesetter;
import studio.backprop.ui.inspector.InspectorModel;
import studio.backprop.ui.inspector.InspectorView;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.lens.LensPage;
import studio.backprop.ui.lens.sheet.LensModel;
import studio.backprop.ui.palette.BlocksModel;
import studio.backprop.ui.palette.DataModel;
import studio.backprop.ui.palette.DataView;
import studio.backprop.ui.palette.Demos;
import studio.backprop.ui.palette.LayersModel;
import studio.backprop.ui.palette.PaletteDrag;
import studio.backprop.ui.palette.PaletteView;
import studio.backprop.ui.plots.DockView;
import studio.backprop.ui.plots.PlotsModel;
import studio.backprop.ui.presenter.Exhibit;
import studio.backprop.ui.presenter.PresenterView;
import studio.backprop.ui.run.RunModel;
import studio.backprop.ui.shell.FileDrop;
import studio.backprop.ui.shell.FilesModel;
import studio.backprop.ui.shell.Frame;
import studio.backprop.ui.shell.ShellView;
import studio.backprop.ui.shell.TableDialog;
import studio.backprop.ui.time.BranchPanel;
import studio.backprop.ui.time.CompareModel;
import studio.backprop.ui.time.CompareView;
import studio.backprop.ui.time.LapseCard;
import studio.backprop.ui.time.TimeLapse;
import studio.backprop.ui.time.TimeModel;
import studio.backprop.ui.time.TimeView;

/** Makes the rooms of the window and introduces them to each other where they must meet. */
final class Rooms {
  private final ShellView.Rooms all;
  private final DesignerModel network;
  private final FirstPlay firstPlay;
  private final LayersModel layers;
  private final PaletteView palette;
  private final Views views;
  private final DoctorModel doctor;
  private final ComparisonModel twins;
  private final RunsModel tries;
  private final ObservableValue<Boolean> presenting;
  private Tab outputTab;

  Rooms(
      DocumentModel document, RunModel run, ComparisonRunner twinRunner, FilesModel files, Lang lang, ThemeModel theme, Motion motion,
      Pulse pulse, ShellView shell,
      Frame frame, OwnBlocks own, CopiedNodes copied, Typesetter typesetter, Demos demos) {
    Hints hints = new Hints(lang);
    network = new DesignerModel(document, copied);
    firstPlay = new FirstPlay(run, network);
    DesignerView canvas = new DesignerView(network, run, pulse, lang, theme, motion);
    InspectorView inspector = new InspectorView(new InspectorModel(document, run), lang, hints, theme, network, typesetter);
    DataModel dataset = new DataModel(document, run, pulse);
    ExamplesModel examples = new ExamplesModel(run, dataset.dataProperty(), pulse);
    DataView data = new DataView(dataset, lang, hints, theme, new TableDialog(shell, lang)::open, examples::show);
    layers = new LayersModel(network::addAfterSelection);
    PaletteDrop drop = canvas.drop();
    palette = new PaletteView(layers, data, lang, PaletteDrag.of(drop::previewAt, drop::dropAt, drop::cancel, canvas::takeKeys));
    palette.illustrate(theme, typesetter, demos);
    network.blocks().offer(own.blocksProperty());
    network.blocks().onKeep(own::keep);
    palette.addBlocks(
        new BlocksModel(own.blocksProperty(), own.troubleProperty(), network::addAfterSelection, own::remove),
        PaletteDrag.of(drop::previewAt, drop::dropAt, drop::cancel, canvas::takeKeys));
    PlotsModel plots = new PlotsModel(run, pulse);
    DockView dock = new DockView(plots, lang, theme);
    plots.output().onCell(examples::show);
    examples.openProperty().subscribe(palette::fold);
    examples.openProperty().subscribe(open -> canvas.setVisible(!open));
    document.selectionProperty()
        .subscribe(selected -> document.selectedNode().ifPresent(node -> plots.output().layerProperty().set(Optional.of(node))));
    new FileDrop(frame, lang, pulse, files::open, table -> {
      palette.showData();
      dataset.openOwn(table);
    });
    canvas.onOpenSample(files::openSample);
    canvas.onChooseData(palette::showData);
    SettingCommands settings = new SettingCommands(document, inspector, palette::showData);
    shell.onSetup(settings::lead);
    shell.list(settings.all());
    LensModel lens = new LensModel(document, run);
    canvas.onOpenNode(lens::open);
    inspector.onLookInside(lens::openSelected);
    lens.nodeProperty().subscribe((before, node) -> lookInside(node.isPresent(), canvas, shell));
    introduce(shell, canvas, dock);
    LensPage page = new LensPage(lens, lang, theme, hints, motion, pulse, typesetter, canvas::takeKeys);
    page.keysFrom(shell);
    StackPane middle = new StackPane(canvas, new ExamplesView(examples, new ChartLibrary(pulse), lang, hints, theme), page);
    middle.setMinSize(0, 0);
    TimeModel times = new TimeModel(run);
    TimeView time = new TimeView(times, lang, hints, theme);
    CompareView compare = new CompareView(new CompareModel(run, network::show), lang, hints);
    shell.offer(time.commands());
    palette.addRoom(Icon.BRANCH, lang.bind("branch.room"), new BranchPanel(times, lang, hints));
    DebuggerModel steps = new DebuggerModel(document, run, pulse);
    middle.getChildren().add(new TangentCard(steps, lang, theme, typesetter, motion, canvas::whereIs, canvas::whereNodesAre));
    SlowMotion slow = new SlowMotion(steps, motion);
    SlowMotionBar slowBar = new SlowMotionBar(slow, run, lang, hints);
    slowBar.visibleProperty().bind(steps.shownProperty().not().and(run.runProperty().isNotNull()));
    StepRow overTime = new StepRow(slowBar, givingRoom(time, times, steps), shell.narrowProperty(), time.severalProperty(), beside -> {
      slowBar.compact(beside);
      time.compact(beside);
    });
    VBox canvasOverTime = new VBox(middle, new TimeFold(lens.nodeProperty().map(Optional::isPresent), overTime, times, lang, hints),
        overTime);
    VBox.setVgrow(middle, Priority.ALWAYS);
    canvasOverTime.setMinSize(0, 0);
    TimeLapse lapse = new TimeLapse(times, lang, pulse);
    offerFilms(lapse, canvasOverTime, dock, inspector, page, shell);
    frame.say(new LapseCard(lapse, lang));
    doctor = new DoctorModel(document, run, pulse);
    canvas.hearDoctor(doctor.findingsProperty());
    BottomPanel below = new BottomPanel(dock, document, network, canvas, steps, lang, typesetter, motion, theme, slow, shell);
    introduce(steps, inspector, below, canvas, lang, typesetter, motion, theme);
    below.closeKeyOn(shell);
    slowBar.add(new DebuggerSwitch(steps, lang, hints, below::toggleDebugger));
    shell.onDebugger(steps.shownProperty(), KeyCombination.valueOf(DebuggerView.KEYS), below::toggleDebugger);
    new Debugging(steps, palette, inspector, network, shell, lang, typesetter, motion, theme).follow(below.debuggerShown());
    SidePanel beside = new SidePanel(inspector, compare, doctor, network, lang, theme, shell);
    showTwins(beside, middle, below, lang, theme);
    doctor.onKept(network.moves()::showAllIfHidden);
    all = new ShellView.Rooms(palette, canvasOverTime, beside, below);
    twins = new ComparisonModel(document, run, twinRunner, pulse);
    tries = new RunsModel(document, run, twins, pulse);
    offerTwins(new ComparisonPage(twins, tries, lang, hints, theme, pulse), time, lang, hints, run, shell);
    PresenterView presenter = new PresenterView(exhibits(canvas, dock, plots), document, run, lang, network.moves()::comeClose);
    shell.onPresent(() -> presenter.toggleIn(shell.getScene()));
    presenting = presenter.presentingProperty();
    for (ObservableValue<Boolean> cause : List.of(shell.narrowProperty(), presenting)) {
      cause.subscribe(now -> placeOutput(shell.narrowProperty().get(), dock, inspector, lang));
    }
    views = new Views(document, run, network, inspector, lens, beside, examples, dock, below, presenter, shell::getScene);
  }

  /** The window hears the keys of the canvas and lists its commands; rooms take the room that it has. */
  private void introduce(ShellView shell, DesignerView canvas, DockView dock) {
    shell.list(canvas.commands());
    shell.list(LayerCatalog.types().stream()
        .map(type -> Command.of(Message.of("command.layer", type.title()), Command.Group.LAYER, Icon.PLUS,
            () -> network.addAfterSelection(type))).toList());
    shell.hearEverywhere(canvas.commandsEverywhere());
    shell.listGestures(canvas.gestures());
    shell.export(canvas.pictureCommands());
    palette.searchKeyOn(shell);
    palette.narrowProperty().bind(shell.narrowProperty());
    dock.shrinkKeyOn(shell);
    dock.enlargedProperty().subscribe((before, large) -> shell.enlargeDock(large));
  }

  /** A film can be made of any view; those of network and output stand beside the pictures of them, too. */
  private static void offerFilms(TimeLapse lapse, VBox network, DockView dock, InspectorView inspector, LensPage page, ShellView shell) {
    List<Command> often = List.of(lapse.of("lapse.network", network), lapse.of("lapse.output", dock.views().get(3)));
    shell.list(often);
    shell.export(often);
    shell.list(List.of(
        lapse.of("lapse.loss", dock.views().get(0)), lapse.of("lapse.measure", dock.views().get(1)),
        lapse.of("lapse.flow", dock.views().get(2)),
        lapse.of("lapse.inspector", inspector), lapse.of("lapse.inside", page), lapse.of("lapse.window", shell)));
  }

  /** While the doctor's page is open, an experiment has the place of the canvas and of the plots. */
  private void showTwins(SidePanel beside, StackPane middle, StackPane below, Lang lang, ThemeModel theme) {
    ExperimentView lanes = new ExperimentView(doctor, lang, theme);
    ExperimentPlots curves = new ExperimentPlots(doctor, lang, theme);
    middle.getChildren().add(lanes);
    below.getChildren().add(curves);
    lanes.visibleProperty().bind(Bindings.createBooleanBinding(
        () -> beside.doctorShown().getValue() && doctor.attemptProperty().get().isPresent(), beside.doctorShown(),
        doctor.attemptProperty()));
    curves.visibleProperty().bind(lanes.visibleProperty());
  }

  /** Twin runs lie over the window; a button beside the time machine leads there. */
  private static void offerTwins(ComparisonPage page, TimeView time, Lang lang, Hints hints, RunModel run, ShellView shell) {
    Command open = Command.of("twins.command", Command.Group.TRAINING, Icon.TWINS, ComparisonPage.KEY,
        () -> page.toggleIn(shell.getScene()))
        .when(BooleanExpression.booleanExpression(run.readyProperty()));
    Button button = new Button(null, Icon.TWINS.view());
    button.setId("twins");
    button.textProperty().bind(lang.bind("twins.open"));
    button.setOnAction(event -> open.run());
    hints.explain(button, KeyCombination.valueOf(ComparisonPage.KEY), "twins.open.help");
    time.add(button);
    shell.offer(List.of(open, Command.of("tries.command", Command.Group.TRAINING, Icon.RUNS, ComparisonPage.TRIES_KEY,
        () -> page.showTriesIn(shell.getScene()))
        .when(BooleanExpression.booleanExpression(run.readyProperty()))));
  }

  /** The step debugger stands under the canvas, shows its numbers in the inspector and where they are on the canvas. */
  private static void introduce(
      DebuggerModel steps, InspectorView inspector, BottomPanel below, DesignerView canvas, Lang lang, Typesetter typesetter,
      Motion motion, ThemeModel theme) {
    inspector.addMath(new MathView(steps, lang, typesetter, motion, theme, below::toggleDebugger));
    steps.shownProperty().bind(below.debuggerShown());
    steps.watchedProperty().bind(Bindings.createBooleanBinding(
        () -> below.debuggerShown().getValue() || inspector.mathShown().get(), below.debuggerShown(), inspector.mathShown()));
    steps.pointing().factorProperty().subscribe(factor -> canvas.ring(factor.map(Factor::node)));
  }

  /** Between the canvas and the debugger nothing stands, unless the past is looked at: then the time machine leads back. */
  private static StackPane givingRoom(TimeView time, TimeModel times, DebuggerModel steps) {
    StackPane place = new StackPane(time);
    place.visibleProperty().bind(steps.shownProperty().and(times.stateProperty().isNotEqualTo(TimeModel.State.PAST)).not());
    place.managedProperty().bind(place.visibleProperty());
    return place;
  }

  /** A node from inside has the place of all rooms. */
  private void lookInside(boolean open, DesignerView canvas, ShellView shell) {
    palette.fold();
    canvas.setVisible(!open);
    shell.enlargeMiddle(open);
  }

  /** What can be presented to a class. */
  private static List<Exhibit> exhibits(DesignerView canvas, DockView dock, PlotsModel plots) {
    return List.of(
        new Exhibit(new SimpleStringProperty("presenter.network"), Icon.STRUCTURE, canvas, canvas::lend, DesignerView.LETTERS,
            Optional.of(canvas.lensSwitch()), canvas.ground(), canvas.commandsEverywhere()),
        Exhibit.of("presenter.loss_curve", Icon.CURVE, dock.views().get(0)),
        Exhibit.of(plots.measureTitle(), Icon.TARGET, dock.views().get(1)),
        Exhibit.of("presenter.flow", Icon.GRADIENTS, dock.views().get(2)),
        Exhibit.of("presenter.output", Icon.POINTS, dock.views().get(3)));
  }

  /**
   * In a narrow window the output stands first in the inspector, in a wide one last in the dock. While it is presented, it belongs to
   * neither.
   */
  private void placeOutput(boolean narrow, DockView dock, InspectorView inspector, Lang lang) {
    if (presenting.getValue() || narrow == (outputTab != null)) {
      return;
    }
    if (narrow) {
      outputTab = inspector.addFilledTab(0, lang.bind("shell.output"), dock.giveOutput());
      inspector.show(outputTab);
    } else {
      inspector.removeTab(outputTab);
      outputTab = null;
      dock.takeOutput();
    }
  }

  /** Whether the window is presented to a class. */
  ObservableValue<Boolean> presenting() {
    return presenting;
  }

  /** Whether the canvas shows gradients. */
  ObservableBooleanValue gradientsShown() {
    return network.lensProperty().isEqualTo(Lens.GRADIENTS);
  }

  /** Keeps the layers in front while somebody is led to them; in a narrow window they are folded otherwise. */
  void unfoldLayersWhile(ObservableValue<Boolean> led) {
    led.subscribe((before, now) -> unfoldLayers(now));
    palette.narrowProperty().subscribe((before, now) -> unfoldLayers(led.getValue()));
  }

  private void unfoldLayers(boolean unfolded) {
    if (unfolded) {
      palette.showLayers();
    } else {
      palette.fold();
    }
  }

  /** What there is to see, to be opened one after the other. */
  Views views() {
    return views;
  }

  /** Arranges the rooms as they were when the program was last left. */
  void restore(Preferences preferences) {
    firstPlay.restore(preferences);
    preferences.choice("lens", Lens.class).ifPresent(network.lensProperty()::set);
    palette.bringToFront((int) preferences.number("left", 0));
    preferences.text("layer_groups").map(words -> Set.of(words.split(","))).ifPresent(layers.openProperty()::set);
  }

  void keep(Preferences preferences) {
    firstPlay.keep(preferences);
    preferences.set("lens", network.lens());
    preferences.set("left", palette.front());
    preferences.set("layer_groups", layers.openProperty().get().stream().sorted().collect(Collectors.joining(",")));
  }

  ShellView.Rooms all() {
    return all;
  }

  void close() {
    doctor.close();
    tries.close();
    twins.close();
  }
}
