package studio.backprop.ui.inside.lens.conv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.op.ConvolveTransposed;
import studio.backprop.op.WindowAxis;
import studio.backprop.setting.Size;
import studio.backprop.ui.inside.lens.conv.TransposedNumbers.Term;
import studio.backprop.ui.inside.lens.sheet.CellGrid.Cell;
import studio.backprop.ui.inside.lens.sheet.CellGrid.Mark;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/**
 * Inside view of a transposed convolution: one input times the kernel is added to the output; the sum below lists the overlapping kernels
 * of one output. Then the backward pass.
 */
public final class TransposedInside extends ConvolutionInside<TransposedNumbers> {
  private List<Term> terms = List.of();
  private Cell from = new Cell(0, 0);
  private Cell into = new Cell(0, 0);

  public TransposedInside(LensDesk desk) {
    super(desk, false);
    input.pointedProperty().subscribe(cell -> cell.ifPresent(this::spread));
    output.pointedProperty().subscribe(cell -> cell.ifPresent(this::gather));
    output.words(cell -> desk.model().saidProperty().get());
    sum.termProperty().subscribe(this::refreshMarks);
    table.tapProperty().subscribe(this::refreshMarks);
  }

  @Override
  Optional<TransposedNumbers> read(NodeTrace look) {
    Optional<OpLook> op = look.example().stream().filter(one -> one.kind() == ConvolveTransposed.class).findFirst();
    op.ifPresent(found -> seeActivation(look, found));
    return op.map(TransposedNumbers::new);
  }

  @Override
  void settle(boolean first) {
    boolean within = from != null && from.row() < numbers().rows() && from.column() < numbers().columns();
    if (first || !within) {
      from(numbers().strongest(filter(), channel()));
    }
  }

  // --- moving

  @Override
  void next() {
    from((from.row() * numbers().columns() + from.column() + 1) % (numbers().rows() * numbers().columns()));
  }

  @Override
  void step(int down, int across) {
    from(new Cell(Math.floorMod(from.row() + down, numbers().rows()), Math.floorMod(from.column() + across, numbers().columns())));
  }

  private void from(int place) {
    from(new Cell(place / numbers().columns(), place % numbers().columns()));
  }

  private void from(Cell cell) {
    from = cell;
    into = middle(cell);
  }

  /** Selects an input. */
  private void spread(Cell cell) {
    from(cell);
    stay();
  }

  /** Selects an output, and its largest contribution in the shown channel. */
  private void gather(Cell cell) {
    into = cell;
    numbers().terms(filter(), cell.row(), cell.column()).stream().filter(term -> term.channel() == channel())
        .max(Comparator.comparingDouble(term -> Math.abs(term.product()))).ifPresent(term -> from = new Cell(term.row(), term.column()));
    stay();
  }

  /** Middle of the kernel's footprint, or the nearest position that is not cropped. */
  private Cell middle(Cell cell) {
    int row = numbers().down().first(cell.row()) + (numbers().down().reach() - 1) / 2;
    int column = numbers().across().first(cell.column()) + (numbers().across().reach() - 1) / 2;
    return new Cell(Math.max(0, Math.min(numbers().down().size() - 1, row)), Math.max(0, Math.min(numbers().across().size() - 1, column)));
  }

  // --- showing

  @Override
  void moveTo(Cell place) {
    into = place;
  }

  @Override
  Cell chosen() {
    return into;
  }

  @Override
  void showMaps(double width, double height, float weightLimit, float mapLimit) {
    showInput(width * 0.3, height);
    showTable(width * 0.28, height, weightLimit);
    showOutput(width * 0.38, height, mapLimit);
  }

  private void showInput(double width, double height) {
    Tensors x = numbers().x();
    float[] shown = shown(x);
    int rows = numbers().rows();
    int columns = numbers().columns();
    input.unit(unit(x));
    input.show(
        shown, numbers().inputAt(filter(), channel()), columns, rows * columns, rows, columns,
        desk.model().limit(false, extent.largest(shown)));
    input.fit(width, height);
    int seen = numbers().inputChannel(filter(), channel()) + 1;
    inputTitled.say(
        title(x, "lens.conv.input"), desk.lang().say("lens.transposed.channel", seen, x.shape().toString()) + input.unitSaid());
  }

  private void showTable(double width, double height, float weightLimit) {
    float[] same = new float[numbers().taps()];
    Arrays.fill(same, numbers().input(filter(), channel(), from.row(), from.column()));
    Size taps = new Size(numbers().down().kernel(), numbers().across().kernel());
    table.show(
        same, numbers().kernel(numbers().weight().values(), filter(), channel()), taps.width(), extent.largest(numbers().x().values()),
        weightLimit, Palette::signed);
    table.fit(width, height, taps.height(), taps.width());
    tableTitled.say(desk.lang().say("lens.transposed.table"), desk.lang().say("lens.transposed.table.note", taps.toString()));
  }

  private void showOutput(double width, double height, float mapLimit) {
    Tensors y = numbers().y();
    float[] shown = shown(y);
    Size map = numbers().map();
    output.unit(unit(y));
    output.show(
        shown, numbers().mapAt(filter()), map.width(), map.height() * map.width(), map.height(), map.width(),
        slopes(y) ? desk.model().limit(false, extent.largest(shown)) : mapLimit);
    output.fit(width, height);
    outputTitled.say(
        title(y, "lens.transposed.output"), desk.lang().say(ofFilter(), filter() + 1, y.shape().toString(), activation())
            + output.unitSaid());
  }

  @Override
  void showSum() {
    terms = numbers().terms(filter(), into.row(), into.column());
    float[] products = new float[terms.size()];
    for (int i = 0; i < products.length; i++) {
      products[i] = terms.get(i).product();
    }
    showSum("z[" + (into.row() + 1) + ", " + (into.column() + 1) + "]", products, "");
  }

  @Override
  GradientRoute route() {
    return GradientRoute.of(numbers(), filter(), channel(), from.row(), from.column());
  }

  @Override
  String routeSaid() {
    float[] slopes = numbers().inputGradient(filter(), channel());
    return desk.lang().say("lens.transposed.slope", digits(slopes == null ? 0 : slopes[from.row() * numbers().columns() + from.column()]));
  }

  @Override
  void refreshMarks() {
    if (numbers() == null) {
      return;
    }
    WindowAxis down = numbers().down();
    WindowAxis across = numbers().across();
    List<Mark> sources = new ArrayList<>();
    terms.stream().filter(term -> term.channel() == channel())
        .forEach(term -> sources.add(new Mark(term.row(), term.column(), 1, 1, Token.ACCENT_TEXT, true)));
    sources.add(Mark.at(from, Token.GROUP_CONVOLUTION));
    OptionalInt pointed = sum.termProperty().get();
    pointed.ifPresent(i -> sources.add(new Mark(terms.get(i).row(), terms.get(i).column(), 1, 1, Token.TERM_RIM, false)));
    input.mark(sources);
    List<Mark> places = new ArrayList<>(List.of(window(), Mark.at(into, Token.ACCENT_TEXT)));
    table.tapProperty().get().ifPresent(tap -> places.add(new Mark(
        down.first(from.row()) + tap / across.kernel() * down.dilation(),
        across.first(from.column()) + tap % across.kernel() * across.dilation(), 1, 1, Token.TERM_RIM, false)));
    output.mark(places);
  }

  /** Footprint of the selected input's kernel in the output. */
  private Mark window() {
    int top = Math.max(0, numbers().down().first(from.row()));
    int left = Math.max(0, numbers().across().first(from.column()));
    int bottom = Math.min(numbers().down().size(), numbers().down().first(from.row()) + numbers().down().reach());
    int right = Math.min(numbers().across().size(), numbers().across().first(from.column()) + numbers().across().reach());
    return new Mark(top, left, Math.max(0, bottom - top), Math.max(0, right - left), Token.GROUP_CONVOLUTION, false);
  }
}
