package studio.backprop.ui.inside.lens.recurrent;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.backprop.layer.RecurrentLayer;
import studio.backprop.network.Node;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.observe.ShadowRun;
import studio.backprop.op.Recurrent;
import studio.backprop.ui.inside.lens.recurrent.RecurrentPlaces.Hit;
import studio.backprop.ui.inside.lens.recurrent.RecurrentPlaces.Place;
import studio.backprop.ui.inside.lens.sheet.InsideView;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.inside.lens.sheet.LensModel.Quantity;
import studio.backprop.ui.inside.lens.sheet.PaintedSheet;
import studio.backprop.ui.inside.lens.sheet.StepNames;
import studio.backprop.ui.kit.Segmented;

/**
 * Inside view of a recurrent layer unrolled in time: gate values at each step, and backpropagation through time. One class, because a step
 * chosen in one part is shown in all.
 */
public final class RecurrentInside implements InsideView {
  /** Height from which the predictions stand below the picture, otherwise beside it. */
  private static final double TALL = 660;

  private final LensDesk desk;
  private final PaintedSheet sheet = new PaintedSheet(this::paint);
  private final StepStrip strip;
  private final WalkBack walk;
  private final RecurrentTwin twin;
  private final TwinBar compare;
  private final RecurrentSide side;
  private final RecurrentCard card;
  private final StackPane below = new StackPane();
  private final Segmented<Boolean> direction;
  private final Segmented<Boolean> ribbons;
  private Optional<RecurrentPicture> picture = Optional.empty();
  private Optional<Hit> pointed = Optional.empty();
  private Optional<RecurrentNumbers> other = Optional.empty();
  private RecurrentNumbers numbers;
  private Node node;
  private Tensors input;
  private List<OpLook> ops = List.of();
  private Place chosen = new Place(0, 0);
  private int first;
  /** Whether the chosen step is still to be scrolled to. */
  private boolean opening;

  public RecurrentInside(LensDesk desk) {
    this.desk = desk;
    sheet.say(desk.lang().say("lens.title"));
    walk = new WalkBack(desk);
    twin = new RecurrentTwin(desk.model().run(), desk.pulse(), this::takeTwin);
    compare = new TwinBar(desk, twin);
    side = new RecurrentSide(desk, unit -> choose(new Place(chosen.step(), unit), true), this::redraw);
    card = new RecurrentCard(desk);
    strip = new StepStrip(desk, this::turn);
    direction = new Segmented<Boolean>(desk.lang().bind("lens.recurrent.direction"))
        .add(false, desk.lang().bind("lens.recurrent.forwards"))
        .add(true, desk.lang().bind("lens.recurrent.backwards"))
        .explain(false, desk.hints(), "lens.recurrent.forwards.help")
        .explain(true, desk.hints(), "lens.recurrent.backwards.help");
    direction.valueProperty().subscribe(this::turnAround);
    direction.managedProperty().bind(direction.visibleProperty());
    ribbons = new Segmented<Boolean>(desk.lang().bind("lens.recurrent.ribbons"))
        .add(false, desk.lang().bind("lens.recurrent.absolute"))
        .add(true, desk.lang().bind("lens.recurrent.relative"))
        .explain(false, desk.hints(), "lens.recurrent.absolute.help")
        .explain(true, desk.hints(), "lens.recurrent.relative.help");
    ribbons.valueProperty().subscribe(this::redraw);
    Label ribbonsSaid = new Label();
    ribbonsSaid.getStyleClass().addAll("note", "mut");
    ribbonsSaid.textProperty().bind(desk.lang().bind("lens.recurrent.ribbons"));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    sheet.choices().getChildren().addAll(direction, compare, gap, ribbonsSaid, ribbons, walk);
    sheet.side().getChildren().add(side);
    below.getStyleClass().add("card-below");
    below.managedProperty().bind(Bindings.isNotEmpty(below.getChildren()));
    sheet.fill(strip, below);
    listen();
  }

  private void listen() {
    sheet.sheet().addEventHandler(MouseEvent.MOUSE_PRESSED, event -> at(event).ifPresent(hit -> {
      walk.arrive();
      choose(hit.place(), false);
    }));
    sheet.sheet().addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
    sheet.sheet().addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(Optional.empty()));
    sheet.sheet().addEventHandler(ScrollEvent.SCROLL, event -> {
      boolean sideways = event.getDeltaX() != 0 || sheet.seenHeight() >= sheet.sheet().getHeight();
      if (sideways && picture.filter(now -> now.places().shown() < now.places().steps()).isPresent()) {
        turn(first - (int) Math.signum(event.getDeltaY() + event.getDeltaX()));
        event.consume();
      }
    });
    sheet.onPress(this::press);
    sheet.onWalk((down, across) -> {
      if (numbers != null) {
        choose(new Place(clamp(chosen.step() + across, numbers.steps()), clamp(chosen.unit() + down, numbers.units())), true);
        follow();
      }
    });
    sheet.onSeen(this::redraw);
    sheet.heightProperty().subscribe(this::place);
    walk.onMove(this::walked);
  }

  private void place() {
    boolean tall = sheet.getHeight() >= TALL;
    card.narrow(!tall);
    if (tall && !below.getChildren().contains(card)) {
      side.getChildren().remove(card);
      below.getChildren().add(card);
    } else if (!tall && !side.getChildren().contains(card)) {
      below.getChildren().remove(card);
      side.getChildren().add(card);
    }
  }

  private static int clamp(int value, int count) {
    return Math.max(0, Math.min(count - 1, value));
  }

  @Override
  public Region region() {
    return sheet;
  }

  @Override
  public boolean takesReach() {
    return false;
  }

  @Override
  public boolean press(KeyCode key) {
    if (key == KeyCode.SPACE) {
      walk.toggle();
      return true;
    }
    return false;
  }

  @Override
  public void leave() {
    walk.arrive();
    twin.close();
  }

  @Override
  public void show(Node now, NodeTrace look) {
    node = now;
    ops = recurrent(look);
    direction.setVisible(ops.size() > 1);
    compare.setVisible(RecurrentLayer.withoutGates(now.layer()).isPresent());
    twin.follow(now, desk.model().step());
    take();
  }

  private static List<OpLook> recurrent(NodeTrace look) {
    return look.example().stream().filter(op -> Recurrent.class.isAssignableFrom(op.kind())).toList();
  }

  private boolean fromEnd() {
    return ops.size() > 1 && direction.value();
  }

  private void turnAround() {
    walk.arrive();
    numbers = null;
    take();
  }

  /** Reads the chosen direction. */
  private void take() {
    if (ops.isEmpty()) {
      return;
    }
    OpLook op = ops.get(fromEnd() ? 1 : 0);
    boolean opened = numbers == null;
    numbers = RecurrentNumbers.of(op, fromEnd()).orElse(null);
    if (numbers == null) {
      side.tooLarge(op.inner("states").orElseThrow().shape().toString());
      return;
    }
    input = op.inputs().get(0);
    walk.over(numbers.counting() - 1);
    first = opened ? 0 : first;
    opening |= opened;
    chosen = opened ? new Place(numbers.last(), 0)
        : new Place(clamp(chosen.step(), numbers.steps()), clamp(chosen.unit(), numbers.units()));
    takeTwin();
  }

  /** Updates the Simple RNN. */
  private void takeTwin() {
    compare.refresh();
    other = twin.look().map(ShadowRun.Look::inside).map(RecurrentInside::recurrent)
        .filter(found -> found.size() == ops.size() && !found.isEmpty())
        .flatMap(found -> RecurrentNumbers.of(found.get(fromEnd() ? 1 : 0), fromEnd()));
    redraw();
  }

  private Optional<Hit> at(MouseEvent event) {
    return picture.flatMap(now -> now.places().at(event.getX(), event.getY()));
  }

  /** @param always even if a unit is pinned */
  private void choose(Place place, boolean always) {
    boolean keep = place.unit() < 0 || side.pinned() && !always;
    chosen = keep ? new Place(place.step(), chosen.unit()) : place;
    redraw();
    say(chosen);
  }

  private void point(MouseEvent event) {
    Optional<Hit> hit = at(event);
    hit.ifPresent(now -> say(now.place()));
    sheet.tip(event, hit.map(now -> new RecurrentTexts(desk.lang(), numbers, now.place()).tip(now, other)).orElse(""));
    point(hit.filter(now -> now.place().unit() >= 0));
  }

  private void point(Optional<Hit> hit) {
    if (!hit.equals(pointed)) {
      pointed = hit;
      redraw();
    }
  }

  /** Explains the column that the animated gradient has reached. */
  private void walked() {
    if (numbers != null && walk.reached() != WalkBack.ARRIVED) {
      chosen = new Place(numbers.stepBack((int) Math.floor(walk.reached())), chosen.unit());
      follow();
    }
    redraw();
  }

  /** Scrolls to the chosen step. */
  private void follow() {
    picture.map(RecurrentPicture::places).filter(places -> !places.sees(chosen.step())).ifPresent(
        places -> turn(chosen.step() < places.first() ? chosen.step() : chosen.step() - places.shown() + 1));
  }

  private void turn(int step) {
    first = step;
    redraw();
  }

  private void redraw() {
    if (numbers == null || sheet.seenWidth() <= 0) {
      return;
    }
    sheet.needs(RecurrentPlaces.needed(numbers.steps()));
    RecurrentPlaces places = places();
    boolean less = picture.filter(before -> before.places().sees(chosen.step()) && before.places().shown() != places.shown()).isPresent();
    if ((opening || less) && !places.sees(chosen.step())) {
      first = chosen.step() < places.first() ? chosen.step() : chosen.step() - places.shown() + 1;
    }
    opening = false;
    paint(places());
  }

  private RecurrentPlaces places() {
    return RecurrentPlaces.fit(numbers.kind(), other.isPresent(), numbers.steps(), numbers.units(), first, sheet.seenWidth(),
        sheet.seenHeight());
  }

  private void paint(RecurrentPlaces places) {
    first = places.first();
    boolean words = StepNames.text(desk.model()).isPresent() && StepNames.tokens(desk.model(), numbers.steps()).isPresent();
    picture = Optional.of(new RecurrentPicture(
        desk, numbers, other.orElse(null), places, desk.model().quantityProperty().get() == Quantity.GRADIENTS, input,
        StepNames.of(desk.model(), numbers.steps()), words, chosen, pointed, walk.reached(), side.pinned(), ribbons.value()));
    sheet.atLeast(places.height());
    sheet.repaint();
    strip.show(numbers, places);
    side.show(node.name(), numbers, chosen);
    card.show(desk.lang().say(node.type().title()), numbers, other, twin.look().filter(look -> other.isPresent()), chosen.step());
  }

  private void paint(GraphicsContext g, double width, double height) {
    picture.ifPresent(now -> now.paint(g));
  }

  private void say(Place place) {
    int unit = place.unit() < 0 ? chosen.unit() : place.unit();
    RecurrentTexts words = new RecurrentTexts(desk.lang(), numbers, new Place(place.step(), unit));
    StringBuilder said = new StringBuilder(desk.lang().say("lens.recurrent.unit", node.name(), unit + 1, place.step() + 1));
    words.gates().stream().skip(1).forEach(row -> said.append("   ").append(row.get(0)).append(" = ").append(row.get(2)));
    words.backward().forEach(line -> said.append("   ").append(line));
    desk.model().say(said.toString());
    sheet.say(said.toString());
  }
}
