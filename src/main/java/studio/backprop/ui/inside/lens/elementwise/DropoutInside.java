package studio.backprop.ui.inside.lens.elementwise;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import studio.backprop.network.Node;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.op.DropoutMask;
import studio.backprop.ui.inside.lens.sheet.CellText;
import studio.backprop.ui.inside.lens.sheet.InsideView;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.inside.lens.sheet.LensModel.Quantity;
import studio.backprop.ui.inside.lens.sheet.PaintedSheet;
import studio.backprop.ui.inside.lens.sheet.Reading;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Token;

/** Inside view of a dropout: mask of the batch's first example in this step, and the factor of the kept values. */
public final class DropoutInside implements InsideView {
  private static final int MAX_CELLS = 2048;
  private static final double SHARE = 0.99;
  private static final double TINY = 1e-12;
  private static final double EDGE = 16;
  private static final double LARGEST = 46;
  /** Size of a cell with values before and after one below the other, in px, and room for their names at the left. */
  private static final double WRITTEN = 56;
  private static final double NAMES = 84;
  private static final double BETWEEN = 22;
  private static final int LINES = 3;
  private static final double SMALLEST = 14;
  private static final double FONT = 11;

  private final LensDesk desk;
  private final PaintedSheet sheet = new PaintedSheet(this::paint);
  private final Label title = PaintedSheet.label("panel-title");
  private final Label note = PaintedSheet.label("note", "mut");
  private OpLook op;
  private int count;
  private int columns = 1;
  private double cell = LARGEST;
  /** Whether input, mask and output are all visible. */
  private boolean written;
  private int chosen;

  public DropoutInside(LensDesk desk) {
    this.desk = desk;
    sheet.side().getChildren().addAll(title, note);
    sheet.sheet().addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
      int column = (int) ((event.getX() - left()) / cell);
      int index = (int) ((event.getY() - EDGE) / pitch()) * columns + column;
      boolean on = event.getX() >= left() && event.getY() >= EDGE && column < columns && index < count;
      if (on) {
        choose(index);
      }
      sheet.tip(event, on ? desk.model().saidProperty().get() : "");
    });
    sheet.onWalk((down, across) -> choose(Math.max(0, Math.min(count - 1, chosen + across + down * columns))));
    sheet.onSeen(this::arrange);
  }

  @Override
  public Region region() {
    return sheet;
  }

  @Override
  public void show(Node node, NodeTrace look) {
    op = look.batch().stream().filter(one -> one.kind() == DropoutMask.class).findFirst().orElse(null);
    count = op == null ? 0 : Math.toIntExact(Math.min(MAX_CELLS, op.output().shape().count()));
    if (op == null || op.output().rows() == 0) {
      count = 0;
      title.setText(desk.lang().say("lens.dropout.waits"));
      note.setText(desk.lang().say("lens.dropout.note"));
      sheet.repaint();
      return;
    }
    arrange();
    int silent = 0;
    float[] mask = mask();
    float kept = 0;
    for (int i = 0; i < count; i++) {
      silent += mask[i] == 0 ? 1 : 0;
      kept = Math.max(kept, mask[i]);
    }
    Numbers digits = desk.lang().numbers();
    title.setText(desk.lang().say("lens.dropout.silent", silent, count, digits.percent(silent / (double) count),
        digits.significant(kept, 3)));
    long all = op.output().shape().count();
    note.setText(desk.lang().say("lens.dropout.note") + (all > count ? " " + desk.lang().say("lens.first_of", count, all) : ""));
    choose(Math.min(chosen, count - 1));
  }

  private float[] mask() {
    return op.inner().get(0).values();
  }

  private void arrange() {
    double width = sheet.seenWidth() - 2 * EDGE;
    double height = sheet.seenHeight() - 2 * EDGE;
    if (count == 0 || width <= 0) {
      return;
    }
    int inLine = (int) Math.max(1, Math.min(count, Math.floor((width - NAMES) / WRITTEN)));
    written = (count + inLine - 1) / inLine * (LINES * WRITTEN + BETWEEN) <= height;
    cell = written ? WRITTEN : Math.max(SMALLEST, Math.min(LARGEST, Math.floor(Math.sqrt(width * height / count))));
    columns = written ? inLine : (int) Math.max(1, Math.min(count, Math.floor(width / cell)));
    sheet.size(left() + EDGE + columns * cell, 2 * EDGE + (count + columns - 1) / columns * pitch());
    sheet.repaint();
  }

  private double left() {
    return written ? EDGE + NAMES : EDGE;
  }

  /** Distance of two lines of values. */
  private double pitch() {
    return written ? LINES * cell + BETWEEN : cell;
  }

  private void choose(int index) {
    if (count == 0) {
      return;
    }
    chosen = index;
    Numbers digits = desk.lang().numbers();
    String gradient = op.inputs().get(0).grads() == null ? "–" : digits.significant(op.inputs().get(0).grads()[index], 3);
    String sentence = desk.lang().say("lens.dropout.say", index + 1, digits.significant(op.inputs().get(0).values()[index], 4),
        digits.significant(mask()[index], 3), digits.significant(op.output().values()[index], 4), gradient);
    desk.model().say(sentence);
    sheet.say(sentence);
    sheet.repaint();
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (count == 0) {
      return;
    }
    Tensors before = op.inputs().get(0);
    boolean slopes = desk.model().quantityProperty().get() == Quantity.GRADIENTS && before.grads() != null && op.output().grads() != null;
    float[] in = slopes ? before.grads() : before.values();
    float[] out = slopes ? op.output().grads() : op.output().values();
    float[] last = slopes && !written ? in : out;
    float own = new Extent().quantile(last, 0, count, SHARE);
    double limit = Math.max(TINY, desk.model().limit(false, written ? Math.max(own, new Extent().quantile(in, 0, count, SHARE)) : own));
    double unit = Reading.unit((float) limit);
    g.setFont(Font.font(Fonts.FAMILY, FONT));
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    for (int i = 0; i < count; i++) {
      double x = left() + i % columns * cell;
      double y = EDGE + i / columns * pitch();
      boolean silent = mask()[i] == 0;
      if (written) {
        before(g, x, y, in[i], mask()[i], limit, unit);
      }
      double end = written ? y + 2 * cell : y;
      if (silent && !(written && slopes)) {
        silent(g, x, end);
      } else {
        number(g, x, end, last[i], limit, unit);
      }
    }
    if (written) {
      names(g, slopes);
    }
    g.setStroke(desk.theme().palette().color(Token.ACCENT));
    g.setLineWidth(2);
    g.strokeRect(left() + chosen % columns * cell - 1, EDGE + chosen / columns * pitch() - 1, cell, written ? LINES * cell : cell);
  }

  /** Input and its factor. */
  private void before(GraphicsContext g, double x, double y, float value, float factor, double limit, double unit) {
    number(g, x, y, value, limit, unit);
    g.setFill(desk.theme().palette().color(factor == 0 ? Token.SUBT : Token.FG));
    Painting.write(g, "× " + desk.lang().numbers().significant(factor, 3), x + cell / 2 - 1, y + 1.5 * cell);
  }

  private void names(GraphicsContext g, boolean slopes) {
    g.setTextAlign(TextAlignment.LEFT);
    g.setFill(desk.theme().palette().color(Token.MUT));
    String before = slopes ? "∂L/∂ " : "";
    for (int line = 0; line * columns < count; line++) {
      double y = EDGE + line * pitch() + cell / 2;
      Painting.write(g, before + desk.lang().say("lens.input"), EDGE, y);
      Painting.write(g, desk.lang().say("lens.dropout.mask"), EDGE, y + cell);
      Painting.write(g, before + desk.lang().say("lens.output"), EDGE, y + 2 * cell);
    }
    g.setTextAlign(TextAlignment.CENTER);
  }

  private void silent(GraphicsContext g, double x, double y) {
    double size = cell - 2;
    g.setFill(desk.theme().palette().color(Token.SUB));
    g.fillRect(x, y, size, size);
    g.setStroke(desk.theme().palette().color(Token.WIRE));
    g.setLineWidth(1);
    g.strokeRect(x + 0.5, y + 0.5, size - 1, size - 1);
    double inset = size * 0.3;
    g.strokeLine(x + inset, y + inset, x + size - inset, y + size - inset);
    g.strokeLine(x + size - inset, y + inset, x + inset, y + size - inset);
  }

  private void number(GraphicsContext g, double x, double y, float value, double limit, double unit) {
    double size = cell - 2;
    Color fill = desk.theme().palette().signed().color(value / limit);
    g.setFill(fill);
    g.fillRect(x, y, size, size);
    if (size >= CellText.NARROWEST) {
      g.setFill(desk.theme().palette().textOn(fill));
      Painting.write(g, CellText.of(desk.lang().numbers(), value / unit, size), x + size / 2, y + size / 2);
    }
  }
}
