package studio.backprop.ui.inside.lens.dense;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import studio.backprop.layer.Layer;
import studio.backprop.network.Node;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.op.Affine;
import studio.backprop.op.Elementwise;
import studio.backprop.op.Relu;
import studio.backprop.op.Softmax;
import studio.backprop.ui.inside.lens.sheet.ActivatedSums;
import studio.backprop.ui.inside.lens.sheet.ActivationCurve;
import studio.backprop.ui.inside.lens.sheet.DensePlaces;
import studio.backprop.ui.inside.lens.sheet.DensePlaces.Hit;
import studio.backprop.ui.inside.lens.sheet.DenseTexts;
import studio.backprop.ui.inside.lens.sheet.InsideView;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.inside.lens.sheet.LensModel.Quantity;
import studio.backprop.ui.inside.lens.sheet.Pages;
import studio.backprop.ui.inside.lens.sheet.PaintedSheet;
import studio.backprop.ui.inside.lens.sheet.Reading;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Numbers;

/**
 * Inside view of a dense layer as one row: inputs, weights, products of one neuron, their sum with the bias, activation curve, outputs;
 * below it the backward pass. One class, because the chosen neuron and input affect all of both rows.
 */
public final class DenseInside implements InsideView {
  private static final double SHARE = 0.995;
  private static final double NAME = 126;
  private static final double EDGE = 2;
  /** Height of the line with the pager buttons. */
  private static final double CHOICES = 40;

  private final LensDesk desk;
  private final PaintedSheet sheet = new PaintedSheet(this::paint);
  private final Label linesSaid = new Label();
  private final Label inputsSaid = new Label();
  private final Label stepsSaid = new Label();
  private final HBox linesPager;
  private final HBox inputsPager;
  private final HBox stepsPager;
  private final Extent extent = new Extent();
  private Optional<DensePicture> picture = Optional.empty();
  private Optional<ActivatedSums> curve = Optional.empty();
  private DenseNumbers numbers;
  private Node node;
  private OpLook activation;
  private Tensors weightBefore;
  private int line;
  private int neuron;
  private int input = -1;
  private int neuronsPage;
  private int inputsPage;
  private Pages neuronPages = new Pages(1, 1);
  private Pages inputPages = new Pages(1, 1);
  private List<String> known = List.of();
  private List<String> names = List.of();
  private double nameWidth;

  public DenseInside(LensDesk desk) {
    this.desk = desk;
    linesPager = pager(linesSaid, this::page);
    inputsPager = pager(inputsSaid, pages -> inputsPage = inputPages.turned(inputsPage, pages));
    stepsPager = pager(stepsSaid, pages -> line += pages);
    sheet.choices().getChildren().addAll(stepsPager, linesPager, inputsPager);
    sheet.alone();
    sheet.sheet().addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
    sheet.sheet().addEventHandler(MouseEvent.MOUSE_EXITED, event -> {
      input = -1;
      refresh();
    });
    sheet.onWalk((down, across) -> {
      if (numbers != null) {
        choose(Math.floorMod(neuron + down, numbers.neurons()), across == 0
            ? input : Math.floorMod(Math.max(input, across > 0 ? -1 : 0) + across, numbers.inputs()));
      }
    });
    sheet.onSeen(this::refresh);
    sheet.heightProperty().subscribe(this::refresh);
    sheet.say(desk.lang().say("lens.title"));
  }

  private HBox pager(Label said, IntConsumer turn) {
    HBox pager = new HBox(
        desk.arrow(Icon.CHEVRON_LEFT, "lens.page.previous", () -> turn(turn, -1)), said,
        desk.arrow(Icon.CHEVRON_RIGHT, "lens.page.next", () -> turn(turn, 1)));
    pager.getStyleClass().add("pair");
    pager.managedProperty().bind(pager.visibleProperty());
    return pager;
  }

  private void turn(IntConsumer turn, int pages) {
    turn.accept(pages);
    refresh();
  }

  /** Another page of neurons, of which the first is chosen. */
  private void page(int pages) {
    neuronsPage = neuronPages.turned(neuronsPage, pages);
    neuron = neuronPages.first(neuronsPage);
  }

  private int firstNeuron() {
    return neuronPages.first(neuronsPage);
  }

  private int firstColumn() {
    return inputPages.first(inputsPage);
  }

  @Override
  public Region region() {
    return sheet;
  }

  @Override
  public void show(Node now, NodeTrace look) {
    node = now;
    List<OpLook> ops = look.example();
    int place = IntStream.range(0, ops.size()).filter(i -> ops.get(i).kind() == Affine.class).findFirst().orElse(-1);
    if (place < 0) {
      return;
    }
    boolean first = numbers == null;
    numbers = new DenseNumbers(ops.get(place), 0);
    activation = place + 1 < ops.size() ? ops.get(place + 1) : null;
    weightBefore = desk.model().before().map(then -> then.example().get(place)).flatMap(op -> op.parameter("weight")).orElse(null);
    neuron = first ? strongest() : Math.min(neuron, numbers.neurons() - 1);
    refresh();
  }

  private int strongest() {
    return IntStream.range(0, numbers.neurons()).reduce((a, b) -> numbers.z(b) > numbers.z(a) ? b : a).orElse(0);
  }

  private void point(MouseEvent event) {
    Optional<Hit> hit = picture.flatMap(now -> now.places().at(event.getX(), event.getY()));
    hit.ifPresent(at -> {
      int toInput = at.input() >= 0 ? picture.orElseThrow().listed()[at.input()] : at.column() >= 0 ? firstColumn() + at.column() : -1;
      choose(at.neuron() >= 0 ? firstNeuron() + at.neuron() : neuron, toInput);
    });
    sheet.tip(event, hit.isPresent() && input >= 0 ? said() : "");
  }

  private void choose(int toNeuron, int toInput) {
    if (toNeuron == neuron && toInput == input) {
      return;
    }
    neuron = toNeuron;
    input = toInput;
    refresh();
    sheet.say(input >= 0 ? said() : spoken());
    if (input >= 0) {
      desk.model().say(said());
    }
  }

  /** Accessible text of the chosen neuron's sum. */
  private String spoken() {
    Numbers digits = desk.lang().numbers();
    String terms = Arrays.stream(picture.orElseThrow().listed()).mapToObj(i -> digits.significant(numbers.products(neuron)[i], 3))
        .collect(Collectors.joining(", "));
    return desk.lang().say("lens.dense.products", neuron + 1) + ": " + terms + ", b = " + digits.significant(numbers.bias(neuron), 3)
        + ", z = " + digits.significant(numbers.z(neuron), 3);
  }

  private String said() {
    Numbers digits = desk.lang().numbers();
    float[] grads = numbers.weight().grads();
    String gradient = grads == null ? "–" : digits.significant(grads[input * numbers.neurons() + neuron], 4);
    return desk.lang().say(
        "lens.dense.at", input + 1, neuron + 1, digits.significant(numbers.weight(input, neuron), 4),
        digits.significant(numbers.input(input), 4), gradient);
  }

  // --- painting

  private void paint(GraphicsContext g, double width, double height) {
    picture.ifPresent(now -> now.paint(g));
  }

  private void refresh() {
    if (numbers == null || sheet.seenWidth() <= 0) {
      return;
    }
    numbers = new DenseNumbers(numbers.op(), Math.floorMod(line, numbers.lines()));
    line = numbers.line();
    boolean back = !Float.isNaN(numbers.delta(neuron));
    names();
    DensePlaces places = places(back, numbers.lines() > 1 ? CHOICES : 0);
    if (numbers.lines() == 1 && (places.neurons() < numbers.neurons() || places.columns() < numbers.inputs())) {
      places = places(back, CHOICES);
    }
    neuronPages = new Pages(numbers.neurons(), places.neurons());
    neuronsPage = neuronPages.with(neuron, neuronsPage);
    inputPages = new Pages(numbers.inputs(), places.columns());
    inputsPage = inputPages.known(inputsPage);
    follow();
    int[] listed = numbers.strongest(neuron, places.listed());
    picture = Optional.of(picture(places, listed, back));
    sheet.size(places.width(), places.height());
    sheet.repaint();
    page(linesPager, linesSaid, places.neurons() < numbers.neurons(), "lens.dense.neurons", firstNeuron() + 1, firstNeuron()
        + places.neurons(), numbers.neurons());
    page(inputsPager, inputsSaid, places.columns() < numbers.inputs(), "lens.dense.inputs", firstColumn() + 1, firstColumn()
        + places.columns(), numbers.inputs());
    page(stepsPager, stepsSaid, numbers.lines() > 1, "lens.dense.step", line + 1, numbers.lines());
    boolean choices = linesPager.isVisible() || inputsPager.isVisible() || stepsPager.isVisible();
    sheet.choices().setVisible(choices);
    sheet.choices().setManaged(choices);
  }

  /** @param choices height of what stands above the picture */
  private DensePlaces places(boolean back, double choices) {
    return DensePlaces.fit(
        numbers.inputs(), numbers.neurons(), activation != null, back, nameWidth, sheet.getWidth() - EDGE,
        sheet.getHeight() - choices - EDGE);
  }

  private void page(HBox pager, Label said, boolean shown, String key, Object... args) {
    pager.setVisible(shown);
    said.setText(desk.lang().say(key, args));
  }

  /** The range of the curve is that of the sums. */
  private void follow() {
    boolean alone = activation != null && (Elementwise.class.isAssignableFrom(activation.kind()) || activation.kind() == Relu.class)
        && node.layer().neurons() > 0;
    float reach = ActivationCurve.reach(numbers.op().output().values());
    if (!alone) {
      curve = Optional.empty();
      return;
    }
    float[] sums = numbers.neurons(numbers.op().output().values());
    Layer layer = node.layer().activation().alone();
    Optional<ActivationCurve> drawn =
        curve.map(ActivatedSums::curve).filter(known -> known.is(layer, reach)).or(() -> ActivationCurve.of(layer, reach));
    curve = drawn.map(found -> curve.filter(known -> known.holds(sums, found)).orElseGet(() -> ActivatedSums.of(found, sums)));
  }

  private DensePicture picture(DensePlaces places, int[] listed, boolean back) {
    Quantity quantity = desk.model().quantityProperty().get();
    Optional<float[]> change = quantity == Quantity.CHANGE ? Reading.of(quantity, numbers.weight(), weightBefore) : Optional.empty();
    boolean missing = quantity == Quantity.CHANGE && change.isEmpty();
    float[] matrix = numbers.turned(change.orElse(numbers.weight().values()));
    DenseHeads heads = new DenseHeads(desk, node, numbers, activation, curve, neuron);
    List<DenseLane> lanes = new ArrayList<>();
    List<DenseTexts> words = new ArrayList<>();
    float limit = desk.model().limit(true, extent.quantile(matrix, 0, matrix.length, SHARE));
    float[] outputs = activation == null ? null : numbers.neurons(activation.output().values());
    lanes.add(DenseLane.forward(numbers, neuron, matrix, limit, outputs));
    words.add(heads.forward(listed.length, change.isPresent(), missing ? desk.missing(quantity) : "", Reading.unit(limit)));
    if (back) {
      float[] grads = numbers.weight().grads();
      float[] slopes = grads == null ? null : numbers.turned(grads);
      float largest = slopes == null ? 1 : Math.max(1e-12f, extent.quantile(slopes, 0, slopes.length, SHARE));
      lanes.add(DenseLane.backward(numbers, neuron, slopes, largest, answerGradients()));
      words.add(heads.backward(passed(), Reading.unit(largest)));
    }
    if (quantity == Quantity.GRADIENTS) {
      Collections.reverse(lanes);
      Collections.reverse(words);
    }
    List<String> brief = Arrays.stream(listed).mapToObj(names::get).toList();
    return new DensePicture(desk, places, lanes, words, brief, numbers.inputs(), listed, firstNeuron(), firstColumn(), neuron, input,
        curve);
  }

  /** ∂L/∂a of each neuron, null if unknown. */
  private float[] answerGradients() {
    if (activation == null) {
      return null;
    }
    if (!passed()) {
      return numbers.neurons(activation.output().grads());
    }
    boolean known = curve.isPresent() || activation.kind() == Softmax.class;
    return known ? numbers.past(numbers.neurons(activation.output().values()), curve.map(ActivatedSums::slopes)) : null;
  }

  /**
   * Whether there is no gradient of the outputs because the loss is fused with the activation, as cross-entropy with softmax: that is no
   * gradient of 0.
   */
  private boolean passed() {
    return activation == null || activation.output().grads() == null
        || extent.largest(activation.output().grads()) == 0 && numbers.op().output().grads() != null
            && extent.largest(numbers.op().output().grads()) > 0;
  }

  /** Names of a table's columns; other inputs are numbered. */
  private List<String> names() {
    List<String> features = desk.model().network().sources(node.id()).stream().findFirst().filter(source -> source.layer().isInput())
        .flatMap(source -> Optional.ofNullable(desk.model().run().runProperty().get())).map(run -> run.data().dataset().featureNames())
            .orElse(List.of());
    if (!features.equals(known) || names.size() != numbers.inputs()) { // names are measured once: there may be hundreds
      boolean named = features.size() == numbers.inputs();
      known = features;
      names = IntStream.range(0, numbers.inputs())
          .mapToObj(i -> "x" + Numbers.lowered(i + 1) + (named ? " " + features.get(i) : ""))
          .map(name -> named ? DenseTexts.brief(name, NAME - 8) : name).toList();
      nameWidth = DenseTexts.width(named ? names : names.subList(names.size() - 1, names.size()), NAME);
    }
    return names;
  }
}
