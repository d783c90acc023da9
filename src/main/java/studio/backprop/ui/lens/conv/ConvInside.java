package studio.backprop.ui.lens.conv;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import studio.backprop.network.Node;
import studio.backprop.op.Convolve;
import studio.backprop.op.ConvolveSequence;
import studio.backprop.op.Rearrange;
import studio.backprop.setting.Size;
import studio.backprop.train.observe.NodeTrace;
import studio.backprop.train.observe.NodeTrace.OpLook;
import studio.backprop.train.observe.NodeTrace.Tensors;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.lens.sheet.CellGrid;
import studio.backprop.ui.lens.sheet.InsideView;
import studio.backprop.ui.lens.sheet.LensDesk;
import studio.backprop.ui.lens.sheet.LensModel;
import studio.backprop.ui.lens.sheet.Reading;
import studio.backprop.ui.lens.sheet.TitledPicture;

/**
 * A convolution from inside: the input with its padding, one window of it times the kernel, and the value it makes; below, where the slope
 * of that value goes. The mouse moves the window over either map; Space lets it slide.
 */
public final class ConvInside implements InsideView {
  private static final int MOST_TERMS = 12;

  private final LensDesk desk;
  private final FilterList filters;
  private final CellGrid input;
  private final CellGrid output;
  private final ProductTable table;
  private final SumLine sum;
  private final BackwardRoute backward;
  private final ReceptiveField field;
  private final TitledPicture inputTitled;
  private final TitledPicture tableTitled;
  private final TitledPicture outputTitled;
  private final ChannelTabs channels;
  private final SlideBar sliding;
  private final ConvolutionFrame root;
  private final Extent extent = new Extent();
  private ConvNumbers numbers;
  /** What bends the sums in an op of its own. */
  private Optional<String> bends = Optional.empty();
  private int filter;
  private int channel;
  private int row;
  private int column;

  public ConvInside(LensDesk desk) {
    this.desk = desk;
    filters = new FilterList(desk, this::choose);
    input = new CellGrid(desk);
    output = new CellGrid(desk);
    table = new ProductTable(desk);
    sum = new SumLine(desk);
    backward = new BackwardRoute(desk);
    field = new ReceptiveField(desk);
    inputTitled = new TitledPicture(input);
    tableTitled = new TitledPicture(table);
    outputTitled = new TitledPicture(output);
    sliding = new SlideBar(desk, this::next);
    channels = new ChannelTabs(desk, chosen -> {
      channel = chosen;
      refresh();
    });
    outputTitled.setMinWidth(Region.USE_PREF_SIZE);
    root = new ConvolutionFrame(desk, filters, channels, sum, backward, this::refresh, field, inputTitled, tableTitled, outputTitled);
    root.add(sliding);
    bind();
  }

  private void bind() {
    input.pointedProperty().subscribe(cell -> cell.ifPresent(this::centre));
    output.pointedProperty().subscribe(cell -> cell.ifPresent(this::reach));
    input.words(this::inputWords);
    output.words(cell -> desk.model().saidProperty().get());
    sum.termProperty().subscribe(term -> table.tapProperty().set(numbers != null && numbers.channels() == 1 ? term : OptionalInt.empty()));
    table.tapProperty().subscribe(this::refreshMarks);
  }

  @Override
  public Region region() {
    return root;
  }

  @Override
  public void show(Node node, NodeTrace look) {
    field.of(node);
    Optional<OpLook> op = look.example().stream().filter(one -> one.kind() == Convolve.class || one.kind() == ConvolveSequence.class)
        .findFirst();
    op.ifPresent(found -> {
      bends = look.example().stream().skip(look.example().indexOf(found) + 1L).filter(one -> one.kind() != Rearrange.class).map(OpLook::op)
          .findFirst();
      boolean first = numbers == null;
      numbers = ConvNumbers.of(found);
      filter = Math.min(filter, numbers.filters() - 1);
      channel = Math.min(channel, numbers.channels() - 1);
      int place = first ? numbers.strongest(filter) : row * numbers.across().steps() + column;
      row = Math.min(place / numbers.across().steps(), numbers.down().steps() - 1);
      column = Math.min(place % numbers.across().steps(), numbers.across().steps() - 1);
      refresh();
    });
  }

  @Override
  public boolean press(KeyCode key) {
    if (key == KeyCode.SPACE) {
      sliding.toggle();
      return true;
    }
    int[] step = SlideBar.step(key);
    if (step != null && numbers != null) {
      move(Math.floorMod(row + step[0], numbers.down().steps()), Math.floorMod(column + step[1], numbers.across().steps()));
      return true;
    }
    return false;
  }

  @Override
  public void leave() {
    sliding.stop();
  }

  // --- moving

  private void next() {
    int place = (row * numbers.across().steps() + column + 1) % (numbers.down().steps() * numbers.across().steps());
    row = place / numbers.across().steps();
    column = place % numbers.across().steps();
    refresh();
  }

  private void choose(int chosen) {
    filter = chosen;
    refresh();
  }

  /** Over time all maps are seen at once, line by line. */
  private void reach(CellGrid.Cell cell) {
    filter = numbers.overTime() ? cell.row() : filter;
    move(numbers.overTime() ? 0 : cell.row(), cell.column());
  }

  /** The mouse pauses what slides. */
  private void move(int toRow, int toColumn) {
    sliding.stop();
    row = toRow;
    column = toColumn;
    refresh();
  }

  /** Places are counted without the padding. */
  private String inputWords(CellGrid.Cell cell) {
    int row = cell.row() - numbers.down().before();
    int column = cell.column() - numbers.across().before();
    boolean inside = row >= 0 && column >= 0 && row < numbers.down().size() && column < numbers.across().size();
    return inside
        ? desk.lang().say("lens.cell", row + 1, column + 1, desk.lang().numbers().significant(input.value(cell.row(), cell.column()), 4))
        : desk.lang().say("lens.conv.outside");
  }

  /** Brings the middle of the window over a cell of the padded input. */
  private void centre(CellGrid.Cell cell) {
    int toRow = (cell.row() - numbers.down().reach() / 2) / numbers.down().stride();
    int toColumn = (cell.column() - numbers.across().reach() / 2) / numbers.across().stride();
    move(Math.max(0, Math.min(numbers.down().steps() - 1, toRow)), Math.max(0, Math.min(numbers.across().steps() - 1, toColumn)));
  }

  // --- showing

  private void refresh() {
    if (numbers == null || root.getWidth() == 0) {
      return;
    }
    double width = root.room();
    double room = root.arrange();
    double top = root.maps();
    float weightLimit = desk.model().limit(true, extent.largest(numbers.weight().values()));
    float mapLimit = slopes() ? filters.limit(numbers.y().values()) : desk.model().limit(false, filters.limit(numbers.y().values()));
    filters.show(
        numbers.filters(), f -> numbers.kernel(numbers.weight().values(), f, channel),
        new Size(numbers.down().kernel(), numbers.across().kernel()),
        numbers.y().values(), new Size(numbers.down().steps(), numbers.across().steps()), filter, weightLimit, mapLimit);
    showInput(room * 0.34, top);
    showTable(room * 0.3, top, weightLimit);
    showOutput(room * 0.3, top, mapLimit);
    field.at(numbers.answer(filter, row, column));
    showSum();
    if (root.back()) {
      String slope = desk.lang().say("lens.conv.slope", desk.lang().numbers().significant(numbers.delta(filter, row, column), 4));
      backward.show(GradientRoute.of(numbers, filter, channel, row, column), slope, width, root.cellsBack());
    }
    channels.show(numbers.partialSums(filter, row, column), channel, width);
    refreshMarks();
  }

  private boolean slopes() {
    return desk.model().quantityProperty().get() == LensModel.Quantity.GRADIENTS;
  }

  private boolean picture() {
    return numbers.x().grads() == null && extent.largest(numbers.x().values()) <= 1;
  }

  private void showInput(double width, double height) {
    boolean slopes = slopes() && numbers.x().grads() != null;
    float[] shown = slopes ? numbers.x().grads() : numbers.x().values();
    float[] padded = numbers.padded(shown, filter, channel);
    input.colour(picture() && !slopes ? Palette::pixels : Palette::signed);
    input.inner(numbers.down().before(), numbers.across().before(), numbers.down().size(), numbers.across().size());
    input.show(padded, numbers.paddedRows(), numbers.paddedColumns(), extent.largest(shown));
    input.unit(slopes ? Reading.unit(extent.largest(shown)) : 1);
    input.fit(width, height);
    int most = Math.max(Math.max(numbers.down().before(), numbers.down().after()),
        Math.max(numbers.across().before(), numbers.across().after()));
    String size = sizes(numbers.x(), numbers.inputChannel(filter, channel));
    inputTitled.say((slopes ? "∂L/∂ " : "") + desk.lang().say("lens.conv.input"),
        (most == 0 ? size : desk.lang().say("lens.conv.padding", size, most)) + input.unitSaid());
  }

  /** Of several channels the one that is seen is said; over time there are features × steps. */
  private String sizes(Tensors x, int seen) {
    if (numbers.overTime()) {
      return x.shape().size(0) * x.shape().size(1) + "×" + x.shape().size(2);
    }
    return x.shape().size(0) == 1 ? x.shape().toString() : desk.lang().say("lens.transposed.channel", seen + 1, x.shape().toString());
  }

  private void showTable(double width, double height, float weightLimit) {
    float[] kernel = numbers.kernel(numbers.weight().values(), filter, channel);
    table.show(
        numbers.patch(filter, channel, row, column), kernel, numbers.across().kernel(), extent.largest(numbers.x().values()), weightLimit,
        picture() ? Palette::pixels : Palette::signed);
    table.fit(width, height, numbers.down().kernel(), numbers.across().kernel());
    String size = numbers.down().kernel() + "×" + numbers.across().kernel();
    tableTitled.say(desk.lang().say("lens.conv.window"), desk.lang()
        .say(table.brief() ? "lens.conv.window.note.brief" : "lens.conv.window.note", size));
  }

  private void showOutput(double width, double height, float mapLimit) {
    boolean slopes = slopes() && numbers.y().grads() != null;
    float[] shown = slopes ? numbers.y().grads() : numbers.y().values();
    output.colour(numbers.op().rectifies() && !slopes ? Palette::features : Palette::signed);
    int rows = numbers.overTime() ? numbers.filters() : numbers.down().steps();
    int first = numbers.overTime() ? 0 : numbers.mapAt(filter);
    output.show(
        shown, first, numbers.across().steps(), rows * numbers.across().steps(), rows, numbers.across().steps(),
        slopes ? desk.model().limit(false, extent.largest(shown)) : mapLimit);
    output.unit(slopes ? Reading.unit(extent.largest(shown)) : 1);
    output.fit(width, height);
    outputTitled.say(
        (slopes ? "∂L/∂ " : "") + desk.lang().say("lens.conv.output"),
        desk.lang().say(
            numbers.op().rectifies() ? "lens.conv.of_relu" : bends.isPresent() ? "lens.conv.of_before" : "lens.conv.of",
            filter + 1, numbers.overTime() ? numbers.filters() + "×" + numbers.across().steps() : numbers.y().shape().toString(),
            bends.map(desk::op).orElse("")) + output.unitSaid());
  }

  private void showSum() {
    Numbers digits = desk.lang().numbers();
    boolean one = numbers.channels() == 1;
    float[] terms = one ? numbers.products(filter, 0, row, column) : numbers.partialSums(filter, row, column);
    float z = numbers.sum(filter, row, column);
    String after = numbers.op().rectifies() ? "ReLU(z) = " + digits.significant(numbers.output(filter, row, column), 4) : "";
    sum.show("z", terms, MOST_TERMS, numbers.hasBias() ? numbers.bias(filter) : Float.NaN, z, after);
    String grad = numbers.y().grads() == null
        ? "–" : digits.significant(numbers.y().grads()[numbers.mapAt(filter) + row * numbers.across().steps() + column], 4);
    desk.model().say(
        desk.lang().say("lens.conv.at", filter + 1, row + 1, column + 1, digits.significant(numbers.output(filter, row, column), 4), grad));
  }

  private void refreshMarks() {
    if (numbers == null) {
      return;
    }
    CellGrid.Mark window = GradientRoute.window(numbers, row, column);
    OptionalInt tap = table.tapProperty().get();
    int taps = numbers.across().kernel();
    input.mark(tap.isEmpty() ? List.of(window) : List.of(window, new CellGrid.Mark(
        window.row() + tap.getAsInt() / taps * numbers.down().dilation(), window.column() + tap.getAsInt() % taps * numbers.across()
            .dilation(), 1, 1,
        Token.TERM_RIM, false)));
    output.mark(List.of(CellGrid.Mark.at(new CellGrid.Cell(numbers.overTime() ? filter : row, column), Token.GROUP_CONVOLUTION)));
  }
}
