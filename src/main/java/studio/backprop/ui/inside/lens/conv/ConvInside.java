package studio.backprop.ui.inside.lens.conv;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.layout.Region;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.op.Convolve;
import studio.backprop.op.ConvolveSequence;
import studio.backprop.op.WindowAxis;
import studio.backprop.setting.Size;
import studio.backprop.ui.inside.lens.sheet.CellGrid;
import studio.backprop.ui.inside.lens.sheet.CellGrid.Cell;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/**
 * Inside view of a convolution: the padded input, one window of it times the kernel, and its output; below, the backward pass of that
 * output. The mouse moves the window over either map; Space lets it slide.
 */
public final class ConvInside extends ConvolutionInside<ConvNumbers> {
  private int row;
  private int column;

  public ConvInside(LensDesk desk) {
    super(desk, true);
    outputTitled.setMinWidth(Region.USE_PREF_SIZE);
    input.pointedProperty().subscribe(cell -> cell.ifPresent(this::centre));
    output.pointedProperty().subscribe(cell -> cell.ifPresent(this::reach));
    input.words(this::inputWords);
    output.words(cell -> desk.model().saidProperty().get());
    sum.termProperty().subscribe(
        term -> table.tapProperty().set(numbers() != null && numbers().channels() == 1 ? term : OptionalInt.empty()));
    table.tapProperty().subscribe(this::refreshMarks);
  }

  @Override
  Optional<ConvNumbers> read(NodeTrace look) {
    Optional<OpLook> op = look.example().stream().filter(one -> one.kind() == Convolve.class || one.kind() == ConvolveSequence.class)
        .findFirst();
    op.ifPresent(found -> seeActivation(look, found));
    return op.map(ConvNumbers::of);
  }

  @Override
  void settle(boolean first) {
    int columns = numbers().map().width();
    int place = first ? numbers().strongest(filter()) : row * columns + column;
    row = Math.min(place / columns, numbers().map().height() - 1);
    column = Math.min(place % columns, columns - 1);
  }

  // --- moving

  @Override
  void next() {
    Size map = numbers().map();
    int place = (row * map.width() + column + 1) % (map.height() * map.width());
    row = place / map.width();
    column = place % map.width();
  }

  @Override
  void step(int down, int across) {
    row = Math.floorMod(row + down, numbers().map().height());
    column = Math.floorMod(column + across, numbers().map().width());
  }

  /** For sequences all maps are shown at once, line by line. */
  private void reach(Cell cell) {
    boolean time = numbers().overTime();
    choose(time ? cell.row() : filter());
    move(time ? 0 : cell.row(), cell.column());
  }

  private void move(int toRow, int toColumn) {
    row = toRow;
    column = toColumn;
    stay();
  }

  /** Positions are counted without the padding. */
  private String inputWords(Cell cell) {
    int row = cell.row() - numbers().down().before();
    int column = cell.column() - numbers().across().before();
    boolean inside = row >= 0 && column >= 0 && row < numbers().down().size() && column < numbers().across().size();
    return inside
        ? desk.lang().say("lens.cell", row + 1, column + 1, desk.lang().numbers().significant(input.value(cell.row(), cell.column()), 4))
        : desk.lang().say("lens.conv.outside");
  }

  /** Centres the window on a cell of the padded input. */
  private void centre(Cell cell) {
    int toRow = (cell.row() - numbers().down().reach() / 2) / numbers().down().stride();
    int toColumn = (cell.column() - numbers().across().reach() / 2) / numbers().across().stride();
    move(Math.max(0, Math.min(numbers().map().height() - 1, toRow)), Math.max(0, Math.min(numbers().map().width() - 1, toColumn)));
  }

  // --- showing

  @Override
  void moveTo(Cell place) {
    row = place.row();
    column = place.column();
  }

  @Override
  Cell chosen() {
    return new Cell(row, column);
  }

  @Override
  void showMaps(double width, double height, float weightLimit, float mapLimit) {
    showInput(width * 0.34, height);
    showTable(width * 0.3, height, weightLimit);
    showOutput(width * 0.3, height, mapLimit);
  }

  private boolean picture() {
    return numbers().x().grads() == null && extent.largest(numbers().x().values()) <= 1;
  }

  private void showInput(double width, double height) {
    Tensors x = numbers().x();
    WindowAxis down = numbers().down();
    WindowAxis across = numbers().across();
    float[] shown = shown(x);
    input.colour(picture() && !slopes(x) ? Palette::pixels : Palette::signed);
    input.inner(down.before(), across.before(), down.size(), across.size());
    input.show(
        numbers().padded(shown, filter(), channel()), numbers().paddedRows(), numbers().paddedColumns(), extent.largest(shown));
    input.unit(unit(x));
    input.fit(width, height);
    int most = Math.max(Math.max(down.before(), down.after()), Math.max(across.before(), across.after()));
    String size = sizes(x, numbers().inputChannel(filter(), channel()));
    inputTitled.say(
        title(x, "lens.conv.input"), (most == 0 ? size : desk.lang().say("lens.conv.padding", size, most)) + input.unitSaid());
  }

  /** Names the shown channel if there are several; for sequences features × steps. */
  private String sizes(Tensors x, int seen) {
    if (numbers().overTime()) {
      return x.shape().size(0) * x.shape().size(1) + "×" + x.shape().size(2);
    }
    return x.shape().size(0) == 1 ? x.shape().toString() : desk.lang().say("lens.transposed.channel", seen + 1, x.shape().toString());
  }

  private void showTable(double width, double height, float weightLimit) {
    float[] kernel = numbers().kernel(numbers().weight().values(), filter(), channel());
    Size taps = new Size(numbers().down().kernel(), numbers().across().kernel());
    table.show(
        numbers().patch(filter(), channel(), row, column), kernel, taps.width(), extent.largest(numbers().x().values()), weightLimit,
        picture() ? Palette::pixels : Palette::signed);
    table.fit(width, height, taps.height(), taps.width());
    tableTitled.say(desk.lang().say("lens.conv.window"), desk.lang()
        .say(table.brief() ? "lens.conv.window.note.brief" : "lens.conv.window.note", taps.toString()));
  }

  private void showOutput(double width, double height, float mapLimit) {
    Tensors y = numbers().y();
    boolean rectifies = numbers().op().rectifies();
    boolean time = numbers().overTime();
    float[] shown = shown(y);
    Size map = numbers().map();
    int rows = time ? numbers().filters() : map.height();
    output.colour(rectifies && !slopes(y) ? Palette::features : Palette::signed);
    output.show(
        shown, time ? 0 : numbers().mapAt(filter()), map.width(), rows * map.width(), rows, map.width(),
        slopes(y) ? desk.model().limit(false, extent.largest(shown)) : mapLimit);
    output.unit(unit(y));
    output.fit(width, height);
    outputTitled.say(
        title(y, "lens.conv.output"), desk.lang().say(
            rectifies ? "lens.conv.of_relu" : ofFilter(), filter() + 1,
            time ? numbers().filters() + "×" + map.width() : y.shape().toString(), activation()) + output.unitSaid());
  }

  @Override
  void showSum() {
    boolean one = numbers().channels() == 1;
    float[] terms = one ? numbers().products(filter(), 0, row, column) : numbers().partialSums(filter(), row, column);
    showSum("z", terms, numbers().op().rectifies() ? "ReLU(z) = " + digits(output(row, column)) : "");
  }

  @Override
  GradientRoute route() {
    return GradientRoute.of(numbers(), filter(), channel(), row, column);
  }

  @Override
  String routeSaid() {
    return desk.lang().say("lens.conv.slope", digits(numbers().delta(filter(), row, column)));
  }

  @Override
  void refreshMarks() {
    if (numbers() == null) {
      return;
    }
    CellGrid.Mark window = GradientRoute.window(numbers(), row, column);
    OptionalInt tap = table.tapProperty().get();
    int taps = numbers().across().kernel();
    input.mark(tap.isEmpty() ? List.of(window) : List.of(window, new CellGrid.Mark(
        window.row() + tap.getAsInt() / taps * numbers().down().dilation(),
        window.column() + tap.getAsInt() % taps * numbers().across().dilation(), 1, 1, Token.TERM_RIM, false)));
    output.mark(List.of(CellGrid.Mark.at(new Cell(numbers().overTime() ? filter() : row, column), Token.GROUP_CONVOLUTION)));
  }
}
