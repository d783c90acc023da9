package studio.backprop.ui.lens.conv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import studio.backprop.network.Node;
import studio.backprop.op.ConvolveTransposed;
import studio.backprop.setting.Size;
import studio.backprop.train.observe.NodeTrace;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.lens.conv.TransposedNumbers.Term;
import studio.backprop.ui.lens.sheet.CellGrid;
import studio.backprop.ui.lens.sheet.CellGrid.Cell;
import studio.backprop.ui.lens.sheet.CellGrid.Mark;
import studio.backprop.ui.lens.sheet.InsideView;
import studio.backprop.ui.lens.sheet.LensDesk;
import studio.backprop.ui.lens.sheet.LensModel;
import studio.backprop.ui.lens.sheet.Reading;
import studio.backprop.ui.lens.sheet.TitledPicture;

/**
 * A transposed convolution from inside: one number of the input times the kernel is put into the output; where kernels overlap they add up,
 * which the sum below writes out for one number of the output. Then the way of the slope back.
 */
public final class TransposedInside implements InsideView {
  private static final int MOST_TERMS = 12;
  private static final int DIGITS = 4;

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
  private TransposedNumbers numbers;
  private List<Term> terms = List.of();
  private int filter;
  private int channel;
  private Cell from = new Cell(0, 0);
  private Cell into = new Cell(0, 0);

  public TransposedInside(LensDesk desk) {
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
    field = new ReceptiveField(desk);
    inputTitled = new TitledPicture(input);
    tableTitled = new TitledPicture(table);
    outputTitled = new TitledPicture(output);
    sliding = new SlideBar(desk, this::next);
    channels = new ChannelTabs(desk, chosen -> {
      channel = chosen;
      refresh();
    });
    root = new ConvolutionFrame(desk, filters, channels, sum, backward, this::refresh, field, inputTitled, tableTitled, outputTitled);
    root.add(sliding);
    input.pointedProperty().subscribe(cell -> cell.ifPresent(this::spread));
    output.pointedProperty().subscribe(cell -> cell.ifPresent(this::gather));
    output.words(cell -> desk.model().saidProperty().get());
    sum.termProperty().subscribe(this::refreshMarks);
    table.tapProperty().subscribe(this::refreshMarks);
  }

  @Override
  public Region region() {
    return root;
  }

  @Override
  public void show(Node node, NodeTrace look) {
    field.of(node);
    look.example().stream().filter(one -> one.kind() == ConvolveTransposed.class).findFirst().ifPresent(found -> {
      boolean first = numbers == null;
      numbers = new TransposedNumbers(found);
      filter = Math.min(filter, numbers.filters() - 1);
      channel = Math.min(channel, numbers.channels() - 1);
      if (first) {
        int place = numbers.strongest(filter, channel);
        from = new Cell(place / numbers.columns(), place % numbers.columns());
        into = middle(from);
      }
      refresh();
    });
  }

  @Override
  public boolean press(KeyCode key) {
    int[] step = SlideBar.step(key);
    if (key == KeyCode.SPACE) {
      sliding.toggle();
    } else if (step != null && numbers != null) {
      spread(new Cell(Math.floorMod(from.row() + step[0], numbers.rows()), Math.floorMod(from.column() + step[1], numbers.columns())));
    }
    return key == KeyCode.SPACE || step != null;
  }

  @Override
  public void leave() {
    sliding.stop();
  }

  // --- moving

  private void next() {
    int place = (from.row() * numbers.columns() + from.column() + 1) % (numbers.rows() * numbers.columns());
    from = new Cell(place / numbers.columns(), place % numbers.columns());
    into = middle(from);
    refresh();
  }

  /** Chooses a number of the input. */
  private void spread(Cell cell) {
    sliding.stop();
    from = cell;
    into = middle(cell);
    refresh();
  }

  /** Chooses a number of the output, and of what adds up to it the largest in the shown channel. */
  private void gather(Cell cell) {
    sliding.stop();
    into = cell;
    numbers.terms(filter, cell.row(), cell.column()).stream().filter(term -> term.channel() == channel)
        .max(Comparator.comparingDouble(term -> Math.abs(term.product()))).ifPresent(term -> from = new Cell(term.row(), term.column()));
    refresh();
  }

  /** The middle of where the kernel of a number lies, or the nearest place that is not cut off. */
  private Cell middle(Cell cell) {
    int row = numbers.down().first(cell.row()) + (numbers.down().reach() - 1) / 2;
    int column = numbers.across().first(cell.column()) + (numbers.across().reach() - 1) / 2;
    return new Cell(Math.max(0, Math.min(numbers.down().size() - 1, row)), Math.max(0, Math.min(numbers.across().size() - 1, column)));
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
    float mapLimit = desk.model().limit(false, extent.largest(numbers.y().values()));
    Size kernel = new Size(numbers.down().kernel(), numbers.across().kernel());
    filters.show(
        numbers.filters(), f -> numbers.kernel(numbers.weight().values(), f, channel), kernel, numbers.y().values(),
        new Size(numbers.down().size(), numbers.across().size()), filter, weightLimit, mapLimit);
    showInput(room * 0.3, top);
    showTable(room * 0.28, top, kernel, weightLimit);
    showOutput(room * 0.38, top, mapLimit);
    field.at(numbers.mapAt(filter) + into.row() * numbers.across().size() + into.column());
    showSum();
    Numbers digits = desk.lang().numbers();
    float back = numbers.inputGradient(filter, channel) == null
        ? 0 : numbers.inputGradient(filter, channel)[from.row() * numbers.columns() + from.column()];
    backward.show(
        GradientRoute.of(numbers, filter, channel, from.row(), from.column()), desk.lang()
            .say("lens.transposed.slope", digits.significant(back, DIGITS)), width,
        root.cellsBack());
    refreshMarks();
  }

  private boolean slopes() {
    return desk.model().quantityProperty().get() == LensModel.Quantity.GRADIENTS && numbers.y().grads() != null;
  }

  private void showInput(double width, double height) {
    boolean slopes = slopes() && numbers.x().grads() != null;
    float[] shown = slopes ? numbers.x().grads() : numbers.x().values();
    float limit = extent.largest(shown);
    input.unit(slopes ? Reading.unit(limit) : 1);
    input.show(
        shown, numbers.inputAt(filter, channel), numbers.columns(), numbers.rows() * numbers.columns(), numbers.rows(), numbers.columns(),
        desk.model().limit(false, limit));
    input.fit(width, height);
    String name = (slopes ? "∂L/∂ " : "") + desk.lang().say("lens.conv.input");
    inputTitled.say(name, desk.lang().say("lens.transposed.channel", numbers.inputChannel(filter, channel) + 1, numbers.x().shape()
        .toString()) + input.unitSaid());
  }

  private void showTable(double width, double height, Size kernel, float weightLimit) {
    float[] same = new float[numbers.taps()];
    Arrays.fill(same, numbers.input(filter, channel, from.row(), from.column()));
    table.show(
        same, numbers.kernel(numbers.weight().values(), filter, channel), kernel.width(), extent.largest(numbers.x().values()), weightLimit,
        Palette::signed);
    table.fit(width, height, kernel.height(), kernel.width());
    tableTitled.say(desk.lang().say("lens.transposed.table"), desk.lang().say("lens.transposed.table.note", kernel.toString()));
  }

  private void showOutput(double width, double height, float mapLimit) {
    float[] shown = slopes() ? numbers.y().grads() : numbers.y().values();
    int rows = numbers.down().size();
    int columns = numbers.across().size();
    output.unit(slopes() ? Reading.unit(extent.largest(shown)) : 1);
    output.show(
        shown, numbers.mapAt(filter), columns, rows * columns, rows, columns, slopes() ? desk.model().limit(false, extent.largest(shown))
            : mapLimit);
    output.fit(width, height);
    outputTitled.say(
        (slopes() ? "∂L/∂ " : "") + desk.lang().say("lens.transposed.output"),
        desk.lang().say("lens.conv.of", filter + 1, numbers.y().shape().toString()) + output.unitSaid());
  }

  private void showSum() {
    Numbers digits = desk.lang().numbers();
    terms = numbers.terms(filter, into.row(), into.column());
    float[] products = new float[terms.size()];
    float[] sums = new float[numbers.channels()];
    for (int i = 0; i < products.length; i++) {
      products[i] = terms.get(i).product();
      sums[terms.get(i).channel()] += products[i];
    }
    sum.show(
        "z[" + (into.row() + 1) + ", " + (into.column() + 1) + "]", products, MOST_TERMS, numbers.hasBias() ? numbers.bias(filter)
            : Float.NaN,
        numbers.sum(filter, into.row(), into.column()), "");
    channels.show(sums, channel, root.room());
    String grad = numbers.y().grads() == null ? "–" : digits.significant(numbers.delta(filter, into.row(), into.column()), DIGITS);
    desk.model().say(desk.lang().say(
        "lens.conv.at", filter + 1, into.row() + 1, into.column() + 1,
        digits.significant(numbers.output(filter, into.row(), into.column()), DIGITS), grad));
  }

  private void refreshMarks() {
    if (numbers == null) {
      return;
    }
    List<Mark> sources = new ArrayList<>();
    terms.stream().filter(term -> term.channel() == channel)
        .forEach(term -> sources.add(new Mark(term.row(), term.column(), 1, 1, Token.ACCENT_TEXT, true)));
    sources.add(Mark.at(from, Token.GROUP_CONVOLUTION));
    OptionalInt pointed = sum.termProperty().get();
    pointed.ifPresent(i -> sources.add(new Mark(terms.get(i).row(), terms.get(i).column(), 1, 1, Token.TERM_RIM, false)));
    input.mark(sources);
    List<Mark> places = new ArrayList<>(List.of(window(), Mark.at(into, Token.ACCENT_TEXT)));
    table.tapProperty().get().ifPresent(tap -> places.add(new Mark(
        numbers.down().first(from.row()) + tap / numbers.across().kernel() * numbers.down().dilation(),
        numbers.across().first(from.column()) + tap % numbers.across().kernel() * numbers.across().dilation(), 1, 1, Token.TERM_RIM,
        false)));
    output.mark(places);
  }

  /** Where the kernel of the chosen number lies in the output. */
  private Mark window() {
    int top = Math.max(0, numbers.down().first(from.row()));
    int left = Math.max(0, numbers.across().first(from.column()));
    int bottom = Math.min(numbers.down().size(), numbers.down().first(from.row()) + numbers.down().reach());
    int right = Math.min(numbers.across().size(), numbers.across().first(from.column()) + numbers.across().reach());
    return new Mark(top, left, Math.max(0, bottom - top), Math.max(0, right - left), Token.GROUP_CONVOLUTION, false);
  }
}
