package studio.backprop.ui.lens;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backprop.network.Node;
import studio.backprop.op.Affine;
import studio.backprop.train.NodeLook;
import studio.backprop.train.NodeLook.OpLook;
import studio.backprop.train.NodeLook.Tensors;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.lens.LensModel.Quantity;

/**
 * A dense layer from inside: the inputs as bars above, each neuron's weights as a line below them, and at its end the neuron's answer. Of one
 * neuron the products and their sum are written out, and what comes back to its weights.
 */
final class DenseInside implements InsideView {
  private static final int MOST_TERMS = 14;
  private static final int MOST_COLUMNS = 256;
  private static final int MOST_LINES = 64;
  private static final double NEURONS = 240;
  private static final double WIDEST_NEURONS = 400;
  private static final double WIDEST = 64;
  /** Strips of bars one below the other: the room that is free is shared out to them. */
  private static final int STRIPS = 4;
  private static final double MOST_MORE = 34;
  /** Between a list and what stands before it. */
  private static final double BESIDE = 80;
  private static final double STRIP = 46;
  private static final double THIN = 36;
  private static final double OTHERS = 490;
  /** Of the height for the matrix, where there is little of it. */
  private static final double SHARE_OF_HEIGHT = 0.4;
  private static final double SHARE = 0.995;
  private static final double COMFORTABLE = 17;
  private static final double EDGE = 60;

  private final LensDesk desk;
  private final BarStrip input;
  private final CellGrid weights;
  private final BarStrip neurons;
  private final BarStrip answers;
  private final BarStrip products;
  private final BarStrip weightGradients;
  private final BarStrip inputGradients;
  private final SumLine sum;
  private final Titled inputTitled;
  private final Titled weightsTitled;
  private final Titled neuronsTitled;
  private final Titled answersTitled;
  private final Titled productsTitled;
  private final Titled weightGradientsTitled;
  private final Titled inputGradientsTitled;
  private final Label inputsSaid = new Label();
  private final Label linesSaid = new Label();
  private final Label stepsSaid = new Label();
  private final HBox inputsPager;
  private final HBox linesPager;
  private final HBox stepsPager;
  private final ScrollPane scroll;
  private final StackPane root;
  private final Extent extent = new Extent();
  private DenseNumbers numbers;
  private OpLook bends;
  private Tensors weightBefore;
  private int neuron;
  private int line;
  private int inputsPage;
  private int neuronsPage;

  DenseInside(LensDesk desk) {
    this.desk = desk;
    input = new BarStrip(desk, false);
    weights = new CellGrid(desk);
    neurons = new BarStrip(desk, true);
    answers = new BarStrip(desk, true);
    products = new BarStrip(desk, false);
    weightGradients = new BarStrip(desk, false);
    inputGradients = new BarStrip(desk, false);
    sum = new SumLine(desk);
    inputTitled = new Titled(input);
    weightsTitled = new Titled(weights);
    neuronsTitled = new Titled(neurons);
    answersTitled = new Titled(answers);
    productsTitled = new Titled(products);
    weightGradientsTitled = new Titled(weightGradients);
    inputGradientsTitled = new Titled(inputGradients);
    inputsPager = pager(inputsSaid, places -> inputsPage += places);
    linesPager = pager(linesSaid, places -> neuronsPage += places);
    stepsPager = pager(stepsSaid, places -> line += places);
    VBox sumCard = new VBox(sum);
    sumCard.getStyleClass().add("card");
    HBox matrix = new HBox(weightsTitled, neuronsTitled, answersTitled);
    matrix.getStyleClass().add("grids");
    HBox pagers = new HBox(stepsPager, inputsPager, linesPager);
    pagers.getStyleClass().add("tools");
    VBox all = new VBox(pagers, inputTitled, matrix, productsTitled, sumCard, weightGradientsTitled, inputGradientsTitled);
    all.getStyleClass().add("dense");
    scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    root = new StackPane(scroll);
    root.setMinSize(0, 0);
    bind();
  }

  private void bind() {
    weights.pointedProperty().subscribe(cell -> cell.ifPresent(at -> point(neuronsPage * MOST_LINES + at.row(), inputsPage * MOST_COLUMNS + at.column())));
    weights.words(cell -> desk.model().saidProperty().get());
    neurons.pointedProperty().subscribe(at -> at.ifPresent(index -> point(index, -1)));
    answers.pointedProperty().subscribe(at -> at.ifPresent(index -> point(index, -1)));
    for (BarStrip strip : List.of(input, products, weightGradients, inputGradients)) {
      strip.pointedProperty().subscribe(at -> at.ifPresent(index -> point(neuron, index)));
    }
    sum.termProperty().subscribe(term -> term.ifPresent(index -> point(neuron, index)));
    root.widthProperty().subscribe(this::refresh);
    root.heightProperty().subscribe(this::refresh);
  }

  private HBox pager(Label said, IntConsumer turn) {
    HBox pager = new HBox(step(Icon.CHEVRON_LEFT, "lens.page.previous", () -> turn.accept(-1)), said, step(Icon.CHEVRON_RIGHT, "lens.page.next", () -> turn.accept(1)));
    pager.getStyleClass().add("pair");
    return pager;
  }

  private Button step(Icon icon, String key, Runnable action) {
    return desk.arrow(icon, key, () -> {
      action.run();
      refresh();
    });
  }

  @Override
  public Region region() {
    return root;
  }

  @Override
  public void show(Node node, NodeLook look) {
    List<OpLook> ops = look.example();
    for (int i = 0; i < ops.size(); i++) {
      if (ops.get(i).kind() == Affine.class) {
        int place = i;
        boolean first = numbers == null;
        numbers = new DenseNumbers(ops.get(i), 0);
        bends = i + 1 < ops.size() ? ops.get(i + 1) : null;
        weightBefore = desk.model().before().map(then -> then.example().get(place)).flatMap(op -> op.parameter("weight")).orElse(null);
        neuron = first ? strongest() : Math.min(neuron, numbers.neurons() - 1);
        refresh();
        return;
      }
    }
  }

  private int strongest() {
    int best = 0;
    for (int j = 1; j < numbers.neurons(); j++) {
      best = numbers.z(j) > numbers.z(best) ? j : best;
    }
    return best;
  }

  /** @param at the input, below 0 for none */
  private void point(int toNeuron, int at) {
    neuron = toNeuron;
    refresh();
    for (BarStrip strip : List.of(input, products, weightGradients, inputGradients)) {
      strip.pointedProperty().set(at < 0 ? OptionalInt.empty() : OptionalInt.of(at));
    }
    if (at >= 0) {
      Numbers digits = desk.lang().numbers();
      float[] grads = numbers.weight().grads();
      String gradient = grads == null ? "–" : digits.significant(grads[at * numbers.neurons() + neuron], 4);
      desk.model().say(desk.lang().say(
          "lens.dense.at", at + 1, neuron + 1, digits.significant(numbers.weight(at, neuron), 4), digits.significant(numbers.input(at), 4), gradient));
    }
  }

  private void refresh() {
    if (numbers == null || root.getWidth() == 0) {
      return;
    }
    numbers = new DenseNumbers(numbers.op(), Math.floorMod(line, numbers.lines()));
    line = numbers.line();
    inputsPage = Math.floorMod(inputsPage, pages(numbers.inputs(), MOST_COLUMNS));
    neuronsPage = Math.floorMod(neuronsPage, pages(numbers.neurons(), MOST_LINES));
    int from = inputsPage * MOST_COLUMNS;
    int columns = Math.min(MOST_COLUMNS, numbers.inputs() - from);
    int first = neuronsPage * MOST_LINES;
    int lines = Math.min(MOST_LINES, numbers.neurons() - first);
    int lists = bends == null ? 1 : 2;
    double wide = Math.max(2, Math.min(WIDEST, Math.floor((root.getWidth() - EDGE - lists * (NEURONS + BESIDE)) / columns)));
    double least = Math.max(3, Math.min(COMFORTABLE, Math.floor(SHARE_OF_HEIGHT * root.getHeight() / lines)));
    double high = Math.max(least, Math.min(32, Math.floor((root.getHeight() - OTHERS) / lines)));
    double list = Math.max(NEURONS, Math.min(WIDEST_NEURONS, (root.getWidth() - EDGE - columns * wide) / lists - BESIDE));
    double more = Math.max(0, Math.min(MOST_MORE, Math.floor((root.getHeight() - OTHERS - lines * high) / STRIPS)));
    showForward(from, columns, first, lines, new Sizes(wide, high, list, more));
    showStrips(from, columns, wide, more);
    page(inputsPager, inputsSaid, numbers.inputs() > MOST_COLUMNS, "lens.dense.inputs", from + 1, from + columns, numbers.inputs());
    page(linesPager, linesSaid, numbers.neurons() > MOST_LINES, "lens.dense.neurons", first + 1, first + lines, numbers.neurons());
    page(stepsPager, stepsSaid, numbers.lines() > 1, "lens.dense.step", line + 1, numbers.lines());
  }

  private static int pages(int count, int most) {
    return (count + most - 1) / most;
  }

  private void page(HBox pager, Label said, boolean shown, String key, Object... args) {
    pager.setVisible(shown);
    pager.setManaged(shown);
    said.setText(desk.lang().say(key, args));
  }

  /**
   * How large the parts are, in px.
   *
   * @param wide of a cell
   * @param high of a cell
   * @param list width of a list of neurons
   * @param more what a strip is higher than it need be
   */
  private record Sizes(double wide, double high, double list, double more) {}

  private void showForward(int from, int columns, int first, int lines, Sizes sizes) {
    float[] row = numbers.row(numbers.x().values());
    input.show(row, from, columns, extent.largest(row), sizes.wide, STRIP + sizes.more);
    inputTitled.say(desk.lang().say("lens.dense.input"), desk.lang().say("lens.dense.count", numbers.inputs()));
    Quantity quantity = desk.model().quantityProperty().get();
    Optional<float[]> read = Reading.of(quantity, numbers.weight(), weightBefore);
    float[] matrix = numbers.turned(read.orElse(numbers.weight().values()));
    float limit = desk.model().limit(true, extent.quantile(matrix, 0, matrix.length, SHARE));
    weights.unit(Reading.unit(limit));
    weights.show(matrix, first * numbers.inputs() + from, numbers.inputs(), lines * columns, lines, columns, limit);
    weights.cell(sizes.wide, sizes.high);
    weights.mark(neuron >= first && neuron < first + lines ? List.of(new CellGrid.Mark(neuron - first, 0, 1, columns, Token.ACCENT, false)) : List.of());
    String shown = read.isEmpty() ? "weights" : quantity == Quantity.ACTIVATIONS ? "weights" : quantity.name().toLowerCase(Locale.ROOT);
    String size = desk.lang().say("lens.dense.size", numbers.neurons(), numbers.inputs()) + weights.unitSaid();
    weightsTitled.say(desk.lang().say("lens.dense.matrix." + shown), read.isPresent() ? size : size + desk.missing(quantity));
    boolean slopes = quantity == Quantity.GRADIENTS;
    list(neurons, neuronsTitled, numbers.op().output(), slopes, first, lines, sizes, bends == null ? "lens.dense.out" : "lens.dense.z");
    answersTitled.setVisible(bends != null);
    answersTitled.setManaged(bends != null);
    if (bends != null) {
      list(answers, answersTitled, bends.output(), slopes, first, lines, sizes, "lens.dense.a");
    }
  }

  private void list(BarStrip strip, Titled titled, Tensors numbersOf, boolean slopes, int first, int lines, Sizes sizes, String key) {
    boolean known = slopes && numbersOf.grads() != null && numbersOf != passed();
    float[] all = known ? numbersOf.grads() : numbersOf.values();
    float[] own = new float[numbers.neurons()];
    System.arraycopy(all, numbers.line() * own.length, own, 0, own.length);
    strip.show(own, first, lines, extent.largest(own), sizes.high, sizes.list);
    strip.pointedProperty().set(OptionalInt.of(neuron));
    String name = desk.lang().say(key, bends == null ? "" : desk.op(bends.op()));
    titled.say(known ? "∂L/∂ " + name : name, "");
  }

  /** The answer that the loss reads past, as a cross-entropy does with a softmax: no gradient comes to it, and that is not a gradient of 0. */
  private Tensors passed() {
    boolean past = bends != null && bends.output().grads() != null && numbers.op().output().grads() != null
        && extent.largest(bends.output().grads()) == 0 && extent.largest(numbers.op().output().grads()) > 0;
    return past ? bends.output() : null;
  }

  private void showStrips(int from, int columns, double wide, double more) {
    double thin = THIN + more;
    float[] terms = numbers.products(neuron);
    products.show(terms, from, columns, extent.largest(terms), wide, thin);
    productsTitled.say(desk.lang().say("lens.dense.products", neuron + 1), desk.lang().say("lens.dense.products.note"));
    Numbers digits = desk.lang().numbers();
    String after = bends == null ? "" : desk.op(bends.op()) + " = " + digits.significant(bends.output().values()[line * numbers.neurons() + neuron], 4);
    sum.show("z" + Numbers.lowered(neuron + 1), terms, MOST_TERMS, numbers.bias(neuron), numbers.z(neuron), after);
    boolean slopes = !Float.isNaN(numbers.delta(neuron));
    weightGradientsTitled.setVisible(slopes);
    if (slopes) {
      float[] back = numbers.weightGradients(neuron);
      weightGradients.show(back, from, columns, extent.largest(back), wide, thin);
      weightGradientsTitled.say(
          desk.lang().say("lens.dense.weight_gradients", neuron + 1), desk.lang().say("lens.dense.delta", digits.significant(numbers.delta(neuron), 4)));
    }
    boolean arrives = numbers.x().grads() != null;
    inputGradientsTitled.setVisible(arrives);
    if (arrives) {
      float[] back = numbers.row(numbers.x().grads());
      inputGradients.show(back, from, columns, extent.largest(back), wide, thin);
      inputGradientsTitled.say(desk.lang().say("lens.dense.input_gradients"), desk.lang().say("lens.dense.input_gradients.note"));
    }
  }
}
