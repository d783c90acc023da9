package studio.backprop.app;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import javafx.scene.layout.Region;
import studio.backprop.lesson.Directive.Focus;
import studio.backprop.lesson.Directive.Show;
import studio.backprop.lesson.check.LessonView;
import studio.backprop.network.Node;
import studio.backprop.ui.design.designer.DesignerView;
import studio.backprop.ui.design.designer.edit.Advice;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.design.inspector.InspectorView;
import studio.backprop.ui.inside.lens.sheet.LensModel;
import studio.backprop.ui.judge.examples.ExamplesModel;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.learn.lesson.WeightSliders;
import studio.backprop.ui.watch.plots.DockView;
import studio.backprop.ui.workspace.document.EditLock;

/** Restricts the window to the views, controls and keys that a lesson's step needs. */
final class LessonStage implements LessonScene {
  private static final Map<LessonView, Lens> LENSES = Map.of(
      LessonView.STRUCTURE, Lens.STRUCTURE, LessonView.ACTIVATIONS, Lens.ACTIVATIONS, LessonView.GRADIENTS, Lens.GRADIENTS,
      LessonView.WEIGHTS, Lens.WEIGHTS, LessonView.CHANGE, Lens.CHANGE, LessonView.DIFFERENCE, Lens.DIFFERENCE);
  private static final List<LessonView> PLOTS = List.of(LessonView.LOSS, LessonView.ACCURACY, LessonView.FLOW, LessonView.OUTPUT);
  /** Exhibit indices: the page in place of or beside the network; the text. */
  private static final int REST = 4;
  static final int TEXT = 5;
  private static final int OUTPUT = 6;
  /** Curves of variants, otherwise displayed below them. */
  private static final int CURVES = 7;
  /** Additional commands when all controls are available. */
  private static final Set<Command.Group> FREE = EnumSet.of(Command.Group.NETWORK, Command.Group.LAYER, Command.Group.TRAINING,
      Command.Group.VIEW);

  private final RoomContext at;
  private final DesignerModel network;
  private final DesignerView canvas;
  private final LensModel lens;
  private final DockView dock;
  private final BottomPanel below;
  private final SidePanel beside;
  private final InspectorView inspector;
  private final ExamplesModel examples;
  private final TimeRoom time;
  private final Region lanes;
  private Consumer<Optional<WeightSliders>> weights = sliders -> {};
  private Consumer<String> seen = view -> {};
  private final PadRoom pad;
  private final LessonPages pages;
  private Consumer<DoubleConsumer> loss = known -> {};
  private Set<LessonView> shown = EnumSet.noneOf(LessonView.class);
  private Show show = Show.ALL;
  private EditLock.Scope permitted = EditLock.Scope.ALL;
  private boolean presented;
  /** Whether a page is in place of the canvas. */
  private boolean over;
  private Runnable shownNow = () -> {};

  LessonStage(
      RoomContext at, DesignerModel network, DesignerView canvas, LensModel lens, DockView dock, BottomPanel below, SidePanel beside,
      InspectorView inspector, ExamplesModel examples, TimeRoom time, Region lanes, PadRoom pad, LessonPages pages) {
    this.at = at;
    this.network = network;
    this.canvas = canvas;
    this.lens = lens;
    this.dock = dock;
    this.below = below;
    this.beside = beside;
    this.inspector = inspector;
    this.examples = examples;
    this.time = time;
    this.lanes = lanes;
    this.pad = pad;
    this.pages = pages;
    canvas.withoutInvitation();
    network.lensProperty().subscribe((before, now) -> keepLens(now));
    lens.nodeProperty().subscribe((before, now) -> {
      boolean allowed = shown.contains(LessonView.INSIDE) || !show.controls().isEmpty() || show.views().isEmpty();
      if (now.isPresent() && !allowed) {
        lens.leave(); // it could reveal the prediction
      }
      arrange();
    });
    beside.doctorShown().subscribe((before, open) -> {
      arrange();
      shownNow.run();
      if (open) {
        seen.accept(LessonView.DOCTOR.id());
      }
    });
    below.debuggerShown().subscribe((before, open) -> {
      if (open) {
        seen.accept(LessonView.DEBUGGER.id());
      }
    });
  }

  @Override
  public void onSeen(Consumer<String> opened) {
    seen = opened;
  }

  /** Receives the weight sliders; empty for none. */
  void onWeights(Consumer<Optional<WeightSliders>> sliders) {
    weights = sliders;
  }

  @Override
  public void lossFrom(Consumer<DoubleConsumer> tells) {
    loss = tells;
  }

  @Override
  public Set<String> seenNow() {
    return shown.stream().filter(view -> view != LessonView.DOCTOR || beside.doctorShown().getValue()).map(LessonView::id)
        .collect(Collectors.toSet());
  }

  @Override
  public void show(Show wanted) {
    if (!wanted.equals(show)) { // whatever was inspected in the step before
      boolean change = wanted.views().contains(LessonView.CHANGE.id());
      lens.quantityProperty().set(change ? LensModel.Quantity.CHANGE : LensModel.Quantity.ACTIVATIONS);
    }
    show = wanted;
    shown = EnumSet.noneOf(LessonView.class);
    Optional<String> inside = Optional.empty();
    for (String view : wanted.views()) {
      String[] words = view.split("\\s+");
      LessonView found = LessonView.valueOf(words[0].toUpperCase(Locale.ROOT));
      shown.add(found);
      inside = words.length > 1 ? Optional.of(words[1]) : inside;
    }
    boolean all = wanted.views().isEmpty();
    if (all) {
      shown.addAll(EnumSet.of(LessonView.STRUCTURE, LessonView.LOSS, LessonView.ACCURACY, LessonView.OUTPUT));
    }
    boolean keepsDoctor = beside.doctorShown().getValue() && shown.contains(LessonView.DOCTOR) && !wanted.controls().contains("settings");
    beside.showDoctor(keepsDoctor);
    openCanvas(inside);
    dock.showOnly(plots());
    below.show(shown.contains(LessonView.ANALYSER) ? LessonView.ANALYSER
        : shown.contains(LessonView.DEBUGGER) ? LessonView.DEBUGGER : LessonView.LOSS);
    if (shown.contains(LessonView.NUMBERS)) {
      inspector.showNumbers();
    }
    arrange();
    limitControls();
    projectOpened();
    pad.lend(shown.contains(LessonView.PAD), all || shown.contains(LessonView.PAD));
    canvas.fit(); // whatever was moved in the step before
    shownNow.run();
    shown.forEach(view -> {
      if (view != LessonView.DOCTOR) {
        seen.accept(view.id());
      }
    });
  }

  private Set<Integer> plots() {
    Set<Integer> numbers = new HashSet<>();
    for (int i = 0; i < PLOTS.size(); i++) {
      if (shown.contains(PLOTS.get(i))) {
        numbers.add(i);
      }
    }
    return numbers;
  }

  private void openCanvas(Optional<String> inside) {
    boolean twins = shown.contains(LessonView.TWINS);
    lanes.setVisible(twins);
    lanes.setManaged(twins);
    examples.openProperty().set(shown.contains(LessonView.EXAMPLES));
    if (inside.isEmpty()) {
      lens.leave();
    }
    over = pages.show(shown, show.controls());
    canvas.setVisible(!twins && !over && !shown.contains(LessonView.EXAMPLES) && inside.isEmpty());
    lenses().stream().findFirst().ifPresent(network.lensProperty()::set);
    canvas.offerLenses(lenses().size() > 1 ? lenses() : List.of());
  }

  /** Notified when other views are shown. */
  void onShown(Runnable hears) {
    shownNow = hears;
  }

  /** Whether the step permits a control. */
  boolean allows(String control) {
    return show.controls().contains(control) || show.views().isEmpty() && show.controls().isEmpty();
  }

  /** Exhibits of the step as indices: text, then its views in order. */
  List<Integer> exhibits() {
    Set<Integer> all = new LinkedHashSet<>(List.of(TEXT));
    for (String view : show.views()) {
      LessonView found = LessonView.valueOf(view.split("\\s+")[0].toUpperCase(Locale.ROOT));
      all.addAll(LENSES.containsKey(found) ? over ? List.of() : List.of(0) : PLOTS.contains(found) ? List.of(place(found))
          : PresentedRoom.has(found) ? List.of(REST) : List.of());
    }
    if (show.views().isEmpty()) {
      all.add(0);
      PLOTS.stream().filter(shown::contains).map(LessonStage::place).forEach(all::add);
    }
    if (room().isPresent()) {
      all.add(REST);
    }
    if (shown.contains(LessonView.TWINS)) {
      all.add(CURVES);
    }
    return List.copyOf(all);
  }

  private static int place(LessonView plot) {
    return plot == LessonView.OUTPUT ? OUTPUT : PLOTS.indexOf(plot) + 1;
  }

  /** The view presented beside network and plots, which are presented by themselves. */
  Optional<PresentedRoom> room() {
    return PresentedRoom.of(shown).or(() -> Optional.of(beside.doctorShown().getValue() ? PresentedRoom.DOCTOR : PresentedRoom.SETTINGS)
        .filter(side -> hasSide() && !show.views().isEmpty()));
  }

  /** In a presentation one view at a time is shown. */
  void present(boolean wanted) {
    presented = wanted;
    arrange();
  }

  private List<Lens> lenses() {
    List<Lens> all = new ArrayList<>();
    for (String view : show.views()) {
      LENSES.entrySet().stream().filter(entry -> entry.getKey().id().equals(view)).map(Map.Entry::getValue).forEach(all::add);
    }
    return all;
  }

  private void keepLens(Lens now) {
    List<Lens> allowed = lenses();
    if (!allowed.isEmpty() && !allowed.contains(now)) {
      network.lensProperty().set(allowed.get(0));
    }
  }

  /** Inspects a node; repeated once the step's project is open. */
  void look(String name) {
    at.document().network().named(name).map(Node::id).ifPresent(lens::open);
  }

  @Override
  public void lead(List<Integer> indices) {
    lens.placeProperty().set(indices.size() < 3 ? Optional.empty()
        : Optional.of(new LensModel.Place(indices.get(0), indices.get(1), indices.get(2))));
  }

  @Override
  public void projectOpened() {
    for (String view : show.views()) {
      String[] words = view.split("\\s+");
      if (words.length > 1) {
        look(words[1]);
      }
    }
    Optional<Node> handed = show.controls().stream().filter(control -> control.startsWith("weight "))
        .flatMap(control -> at.document().network().named(control.substring(7).strip()).stream()).findFirst();
    weights.accept(handed.map(node -> new WeightSliders(at.run(), at.lang(), node.id(), node.name(), loss)));
  }

  private boolean hasSide() {
    return show.views().isEmpty() || show.controls().contains("settings") || shown.contains(LessonView.NUMBERS)
        || beside.doctorShown().getValue();
  }

  private void arrange() {
    boolean bottom = !plots().isEmpty() || shown.contains(LessonView.ANALYSER) || shown.contains(LessonView.DEBUGGER);
    boolean inside = lens.nodeProperty().getValue().isPresent();
    time.show(!presented && (shown.contains(LessonView.TIME) || shown.contains(LessonView.DEBUGGER)));
    if (presented) {
      at.shell().showAlone(room().map(PresentedRoom::room));
    } else {
      at.shell().showAlone(Optional.empty());
      at.shell().showRooms(hasSide() && !inside && !over, bottom && (!inside || shown.contains(LessonView.INSIDE)));
    }
  }

  private void limitControls() {
    Set<String> controls = new HashSet<>(show.controls());
    if (controls.contains("undo") || controls.contains("edit") || controls.contains("settings")) {
      controls.addAll(List.of("undo", "redo"));
    }
    boolean unlimited = show.views().isEmpty() && controls.isEmpty();
    if (unlimited) {
      controls.addAll(List.of("play", "step", "reset", "speed", "rate"));
    }
    Set<String> keys = StepCommands.of(controls, shown);
    boolean edits = controls.contains("edit") || controls.contains("settings");
    boolean editable = edits || controls.contains("rate") || shown.contains(LessonView.DOCTOR) || unlimited;
    boolean all = unlimited || show.isFree();
    boolean nodes = all || controls.contains("edit") || shown.contains(LessonView.DOCTOR) || shown.contains(LessonView.TWINS);
    permitted = !editable ? EditLock.Scope.NONE : nodes ? EditLock.Scope.ALL : EditLock.Scope.SETTINGS;
    network.advice().allowedProperty().set(
        new Advice.Allowed(shown.contains(LessonView.DOCTOR) || all, controls.contains("restore") || all, editable));
    lock();
    at.shell().limit(controls, command -> keys.contains(command.title().key())
        || edits && command.group() == Command.Group.NETWORK || show.isFree() && FREE.contains(command.group()),
        shown.contains(LessonView.DOCTOR));
  }

  @Override
  public void cover(Set<LessonView> hidden) {
    pages.cover(hidden);
    at.run().focus().attributionWithheldProperty().set(hidden.contains(LessonView.EXPLAIN));
  }

  @Override
  public void lock() {
    at.document().lock().set(permitted, node -> show.mayChange(node.name()));
  }

  @Override
  public void focus(Optional<Focus> focus) {
    Optional<Integer> node = focus.stream().flatMap(one -> one.on().stream()).filter(on -> on.startsWith("node "))
        .flatMap(on -> at.document().network().named(on.substring(5).strip()).stream()).map(Node::id).findFirst();
    canvas.ring(node);
  }
}
