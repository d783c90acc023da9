package studio.backprop.ui.lens;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import studio.backprop.network.Node;
import studio.backprop.op.Recurrent;
import studio.backprop.train.NodeLook;
import studio.backprop.train.NodeLook.OpLook;
import studio.backprop.train.NodeLook.Tensors;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.lens.RecurrentPlaces.Place;

/** A recurrent layer unrolled in time: what its gates let through at each step, and how the gradient goes back through all of them. */
final class RecurrentInside implements InsideView {
  private final LensDesk desk;
  private final PaintedSheet sheet = new PaintedSheet(this::paint);
  private final Painting strip = new Painting(this::overview);
  private final HBox directions = new HBox();
  private final Label title = PaintedSheet.label("panel-title");
  private final NumberTable gates = new NumberTable(2, 3);
  private final Label forwardTitle = PaintedSheet.label("strong");
  private final Label forward = PaintedSheet.label();
  private final Label backwardTitle = PaintedSheet.label("strong", "gradient-text");
  private final Label backward = PaintedSheet.label();
  private final Label why = PaintedSheet.label("note", "mut");
  private final NumberTable fading = new NumberTable(1, 2);
  private final Segmented<Boolean> direction;
  private Optional<RecurrentPicture> picture = Optional.empty();
  private RecurrentNumbers numbers;
  private Node node;
  private Tensors input;
  private List<OpLook> ops = List.of();
  private Place chosen = new Place(0, 0);
  private int first;

  RecurrentInside(LensDesk desk) {
    this.desk = desk;
    direction = new Segmented<Boolean>(desk.lang().bind("lens.recurrent.direction"))
        .add(false, desk.lang().bind("lens.recurrent.forwards"))
        .add(true, desk.lang().bind("lens.recurrent.backwards"))
        .explain(false, desk.hints(), "lens.recurrent.forwards.help")
        .explain(true, desk.hints(), "lens.recurrent.backwards.help");
    direction.valueProperty().subscribe(this::take);
    directions.getChildren().add(direction);
    directions.managedProperty().bind(directions.visibleProperty());
    sheet.choices().getChildren().add(directions);
    sheet.choices().managedProperty().bind(directions.visibleProperty());
    sheet.side().getChildren().addAll(title, gates, forwardTitle, forward, backwardTitle, backward, why, fading);
    strip.getStyleClass().add("overview");
    strip.managedProperty().bind(strip.visibleProperty());
    desk.hints().explain(strip, "lens.recurrent.overview");
    sheet.fill(strip);
    listen();
  }

  private void listen() {
    sheet.sheet().addEventHandler(MouseEvent.MOUSE_PRESSED, event -> at(event).ifPresent(this::choose));
    sheet.sheet().addEventHandler(MouseEvent.MOUSE_MOVED, event -> at(event).ifPresent(this::say));
    sheet.sheet().addEventHandler(ScrollEvent.SCROLL, event -> {
      turn(first - (int) Math.signum(event.getDeltaY() + event.getDeltaX()));
      event.consume();
    });
    sheet.onWalk((down, across) -> {
      if (numbers != null) {
        choose(new Place(clamp(chosen.step() + across, numbers.steps()), clamp(chosen.unit() + down, numbers.units())));
        follow();
      }
    });
    sheet.scroll().viewportBoundsProperty().subscribe(this::redraw);
    strip.addEventHandler(MouseEvent.MOUSE_PRESSED, this::drag);
    strip.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
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
  public void show(Node now, NodeLook look) {
    node = now;
    ops = look.example().stream().filter(op -> Recurrent.class.isAssignableFrom(op.kind())).toList();
    directions.setVisible(ops.size() > 1);
    take();
  }

  /** Takes the direction that is chosen. */
  private void take() {
    if (ops.isEmpty()) {
      return;
    }
    boolean fromEnd = ops.size() > 1 && direction.value();
    OpLook op = ops.get(fromEnd ? 1 : 0);
    boolean opened = numbers == null;
    numbers = RecurrentNumbers.of(op, fromEnd).orElse(null);
    if (numbers == null) {
      title.setText(desk.lang().say("lens.too_large", op.inner("states").orElseThrow().shape().toString()));
      return;
    }
    input = op.inputs().get(0);
    chosen = opened ? new Place(numbers.last(), 0) : new Place(clamp(chosen.step(), numbers.steps()), clamp(chosen.unit(), numbers.units()));
    redraw();
    if (opened) {
      follow();
    }
  }

  private Optional<Place> at(MouseEvent event) {
    return picture.flatMap(now -> now.places().at(event.getX(), event.getY()));
  }

  private void choose(Place place) {
    chosen = place.unit() < 0 ? new Place(place.step(), chosen.unit()) : place;
    redraw();
    say(chosen);
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

  private void drag(MouseEvent event) {
    picture.map(RecurrentPicture::places).ifPresent(
        places -> turn((int) Math.round(event.getX() / strip.getWidth() * places.steps() - places.shown() / 2.0)));
  }

  private void redraw() {
    if (numbers == null || sheet.seenWidth() <= 0) {
      return;
    }
    RecurrentPlaces places = RecurrentPlaces.fit(numbers.kind(), numbers.steps(), numbers.units(), first, sheet.seenWidth(), sheet.seenHeight());
    first = places.first();
    boolean words = StepNames.text(desk.model()).isPresent() && StepNames.tokens(desk.model(), numbers.steps()).isPresent();
    picture = Optional.of(new RecurrentPicture(desk, numbers, places, input, StepNames.of(desk.model(), numbers.steps()), words, chosen));
    strip.setVisible(places.shown() < numbers.steps());
    sheet.repaint();
    strip.repaint();
    explain();
  }

  private void paint(GraphicsContext g, double width, double height) {
    picture.ifPresent(now -> now.paint(g));
  }

  /** All steps by the size of the gradient at their state, and which of them are seen. */
  private void overview(GraphicsContext g, double width, double height) {
    if (numbers == null || picture.isEmpty()) {
      return;
    }
    RecurrentPlaces places = picture.get().places();
    double wide = width / numbers.steps();
    double largest = 0;
    for (int step = 0; step < numbers.steps(); step++) {
      largest = Math.max(largest, numbers.stateNorm(step));
    }
    for (int step = 0; step < numbers.steps(); step++) {
      double share = largest > 0 ? numbers.stateNorm(step) / largest : 0;
      g.setFill(desk.theme().palette().size().color(share));
      g.fillRect(step * wide, 4, wide + 0.5, height - 8);
    }
    g.setStroke(desk.theme().palette().color(Token.ACCENT));
    g.setLineWidth(2);
    g.strokeRoundRect(places.first() * wide + 1, 2, places.shown() * wide - 2, height - 4, 6, 6);
  }

  // --- in words and numbers

  private void explain() {
    RecurrentWords words = new RecurrentWords(desk.lang(), numbers, chosen);
    title.setText(desk.lang().say("lens.recurrent.unit", node.name(), chosen.unit() + 1, chosen.step() + 1));
    gates.show(words.gates());
    forwardTitle.setText(desk.lang().say("lens.recurrent.forward"));
    forward.setText(String.join("\n", words.forward()));
    backwardTitle.setText(desk.lang().say("lens.recurrent.backward"));
    backward.setText(String.join("\n", words.backward()));
    why.setText(desk.lang().say("lens.recurrent.why." + numbers.kind().name().toLowerCase(Locale.ROOT)));
    fading.show(words.fading());
  }

  private void say(Place place) {
    int unit = place.unit() < 0 ? chosen.unit() : place.unit();
    RecurrentWords words = new RecurrentWords(desk.lang(), numbers, new Place(place.step(), unit));
    StringBuilder said = new StringBuilder(desk.lang().say("lens.recurrent.unit", node.name(), unit + 1, place.step() + 1));
    words.gates().stream().skip(1).forEach(row -> said.append("   ").append(row.get(0)).append(" = ").append(row.get(2)));
    words.backward().forEach(line -> said.append("   ").append(line));
    desk.model().say(said.toString());
    sheet.say(said.toString());
  }
}
