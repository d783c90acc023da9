package studio.backprop.ui.inside.lens.conv;

import java.util.Arrays;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import studio.backprop.network.Node;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.op.Rearrange;
import studio.backprop.setting.Size;
import studio.backprop.ui.inside.lens.sheet.CellGrid;
import studio.backprop.ui.inside.lens.sheet.CellGrid.Cell;
import studio.backprop.ui.inside.lens.sheet.InsideView;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.inside.lens.sheet.LensModel;
import studio.backprop.ui.inside.lens.sheet.Reading;
import studio.backprop.ui.inside.lens.sheet.TitledPicture;
import studio.backprop.ui.kit.Extent;

/**
 * Base of the inside views of convolution and transposed convolution: the filters, one input channel, the table of products, one output
 * map, the sum of one output, and the backward pass. The arrow keys move the window; Space lets it slide.
 *
 * @param <N> numbers of the convolution
 */
abstract class ConvolutionInside<N extends ConvolutionLook> implements InsideView {
  private static final int MAX_TERMS = 12;
  private static final int DIGITS = 4;

  final LensDesk desk;
  private final FilterList filters;
  final CellGrid input;
  final CellGrid output;
  final ProductTable table;
  final SumLine sum;
  private final BackwardRoute backward;
  private final CamCard cam;
  private final ReceptiveField field;
  final TitledPicture inputTitled;
  final TitledPicture tableTitled;
  final TitledPicture outputTitled;
  private final ChannelTabs channels;
  private final SlideBar sliding;
  private final ConvolutionFrame root;
  final Extent extent = new Extent();
  private N numbers;
  /** The activation, where an op of its own applies it. */
  private Optional<String> activation = Optional.empty();
  private int filter;
  private int channel;
  private String name = "";
  private int id;
  /** Last followed link target. */
  private Optional<LensModel.Place> led = Optional.empty();

  /** @param explains whether Grad-CAM is offered */
  ConvolutionInside(LensDesk desk, boolean explains) {
    this.desk = desk;
    filters = new FilterList(desk, chosen -> {
      filter = chosen;
      refresh();
    });
    input = new CellGrid(desk);
    output = new CellGrid(desk);
    table = new ProductTable(desk);
    sum = new SumLine(desk);
    backward = new BackwardRoute(desk);
    cam = new CamCard(desk);
    field = new ReceptiveField(desk);
    inputTitled = new TitledPicture(input);
    tableTitled = new TitledPicture(table);
    outputTitled = new TitledPicture(output);
    sliding = new SlideBar(desk, () -> {
      next();
      refresh();
    });
    channels = new ChannelTabs(desk, chosen -> {
      channel = chosen;
      refresh();
    });
    root = new ConvolutionFrame(desk, filters, channels, sum, backward, cam, explains, this::refresh, field, inputTitled, tableTitled,
        outputTitled);
    root.add(sliding);
    desk.model().placeProperty().subscribe(place -> {
      if (numbers != null) {
        lead();
        refresh();
      }
    });
  }

  /** Goes to the linked number, once. */
  private void lead() {
    Optional<LensModel.Place> wanted = desk.model().placeProperty().get();
    if (!wanted.equals(led)) {
      led = wanted;
      wanted.filter(to -> to.map() < numbers.filters() && to.row() < numbers.map().height() && to.column() < numbers.map().width())
          .ifPresent(to -> {
        sliding.stop();
        filter = to.map();
        moveTo(new Cell(to.row(), to.column()));
      });
    }
  }

  /** Finds the op that applies an activation to the output of this one. */
  final void seeActivation(NodeTrace look, OpLook op) {
    activation = look.example().stream().skip(look.example().indexOf(op) + 1L).filter(one -> one.kind() != Rearrange.class)
        .map(OpLook::op).findFirst();
  }

  /** Text for a filter's map, with the following activation. */
  final String ofFilter() {
    return activation.isPresent() ? "lens.conv.of_before" : "lens.conv.of";
  }

  /** Localized name of the following activation; empty without one. */
  final String activation() {
    return activation.map(desk::op).orElse("");
  }

  @Override
  public final Region region() {
    return root;
  }

  @Override
  public final void show(Node node, NodeTrace look) {
    field.of(node);
    name = node.name();
    id = node.id();
    read(look).ifPresent(found -> {
      boolean first = numbers == null;
      numbers = found;
      filter = Math.min(filter, numbers.filters() - 1);
      channel = Math.min(channel, numbers.channels() - 1);
      settle(first);
      lead();
      refresh();
    });
  }

  @Override
  public final boolean press(KeyCode key) {
    if (key == KeyCode.SPACE) {
      sliding.toggle();
      return true;
    }
    int[] step = SlideBar.step(key);
    if (step != null && numbers != null) {
      sliding.stop();
      step(step[0], step[1]);
      refresh();
      return true;
    }
    return false;
  }

  @Override
  public final void leave() {
    sliding.stop();
    cam.leave();
  }

  /** Numbers of a node's convolution; empty while it has none. */
  abstract Optional<N> read(NodeTrace look);

  /** Clamps the selection to the maps; the first time chooses one. */
  abstract void settle(boolean first);

  /** Advances the window by one position without redrawing. */
  abstract void next();

  /** Moves the window by an offset without redrawing; wraps around. */
  abstract void step(int down, int across);

  /** Selects this output without redrawing. */
  abstract void moveTo(Cell place);

  /** The selected output. */
  abstract Cell chosen();

  /** Paints the input, the table of products and one output map into this size. */
  abstract void showMaps(double width, double height, float weightLimit, float mapLimit);

  abstract void showSum();

  /** Backward pass of the selected output. */
  abstract GradientRoute route();

  /** Text of the backward pass. */
  abstract String routeSaid();

  abstract void refreshMarks();

  /** Current numbers; null before the first. */
  final N numbers() {
    return numbers;
  }

  final int filter() {
    return filter;
  }

  final int channel() {
    return channel;
  }

  /** Selects another filter without redrawing. */
  final void choose(int chosen) {
    filter = chosen;
  }

  /** Keeps a manual selection and stops sliding. */
  final void stay() {
    sliding.stop();
    refresh();
  }

  // --- showing

  private void refresh() {
    if (numbers == null || root.getWidth() == 0) {
      return;
    }
    double width = root.room();
    double room = root.arrange();
    float largest = extent.largest(numbers.y().values());
    float weightLimit = desk.model().limit(true, extent.largest(numbers.weight().values()));
    float mapLimit = slopes() ? largest : desk.model().limit(false, largest);
    filters.show(
        numbers.filters(), f -> numbers.kernel(numbers.weight().values(), f, channel),
        new Size(numbers.down().kernel(), numbers.across().kernel()), known(numbers.y().values()),
        numbers.map(), filter, weightLimit, mapLimit);
    table.hideProducts(hidden());
    showMaps(room, root.maps(), weightLimit, mapLimit);
    field.at(numbers.answer(filter, chosen().row(), chosen().column()));
    showSum();
    sayChosen();
    if (root.back() && arrives()) {
      backward.show(route(), routeSaid(), width, root.cellsBack());
    } else if (root.back()) {
      backward.showNone(desk.lang().say(desk.model().step() == 0 ? "lens.conv.not_yet" : "lens.conv.none_arrives"));
    }
    if (root.cam()) {
      cam.read(id, filter);
    } else {
      cam.rest();
    }
    channels.show(numbers.partialSums(filter, chosen().row(), chosen().column()), channel, width);
    refreshMarks();
  }

  /** Whether a gradient reaches the output. */
  private boolean arrives() {
    return numbers.y().grads() != null && extent.largest(numbers.y().grads()) > 0;
  }

  private boolean slopes() {
    return desk.model().quantityProperty().get() == LensModel.Quantity.GRADIENTS;
  }

  /** Whether gradients of these numbers are selected and available. */
  final boolean slopes(Tensors of) {
    return slopes() && of.grads() != null;
  }

  /** The gradients of these numbers, or their values. */
  final float[] shown(Tensors of) {
    return slopes(of) ? of.grads() : of == numbers.y() ? known(of.values()) : of.values();
  }

  /** Whether the output is hidden for a prediction by the reader. */
  private boolean hidden() {
    return desk.lang().veil().hidesOutputOf(name);
  }

  private float[] known(float[] output) {
    if (!hidden()) {
      return output;
    }
    float[] unknown = new float[output.length];
    Arrays.fill(unknown, Float.NaN);
    return unknown;
  }

  /** An output; NaN while hidden. */
  final float output(int row, int column) {
    return hidden() ? Float.NaN : numbers.output(filter, row, column);
  }

  /** Unit of the displayed quantity in a grid. */
  final double unit(Tensors of) {
    return slopes(of) ? Reading.unit(extent.largest(of.grads())) : 1;
  }

  final String title(Tensors of, String key) {
    return (slopes(of) ? "∂L/∂ " : "") + desk.lang().say(key);
  }

  final void showSum(String name, float[] terms, String after) {
    float bias = numbers.hasBias() ? numbers.bias(filter) : Float.NaN;
    if (hidden()) {
      sum.showUnknown(name);
    } else {
      sum.show(name, terms, MAX_TERMS, bias, numbers.sum(filter, chosen().row(), chosen().column()), after);
    }
  }

  private void sayChosen() {
    Cell at = chosen();
    Tensors y = numbers.y();
    String output = digits(output(at.row(), at.column()));
    String slope = y.grads() == null ? "–" : digits(y.grads()[numbers.place(filter, at.row(), at.column())]);
    desk.model().say(desk.lang().say("lens.conv.at", filter + 1, at.row() + 1, at.column() + 1, output, slope));
  }

  final String digits(double number) {
    return desk.lang().numbers().significant(number, DIGITS);
  }
}
