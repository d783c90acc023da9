package studio.backprop.worksheet.print;

import static studio.backprop.worksheet.print.Xhtml.cell;
import static studio.backprop.worksheet.print.Xhtml.element;
import static studio.backprop.worksheet.print.Xhtml.mm;
import static studio.backprop.worksheet.print.Xhtml.placed;
import static studio.backprop.worksheet.print.Xhtml.row;
import static studio.backprop.worksheet.print.Xhtml.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import studio.backprop.text.Texts;
import studio.backprop.worksheet.FunctionTable;
import studio.backprop.worksheet.NetLayout;
import studio.backprop.worksheet.SheetPicture;
import studio.backprop.worksheet.SheetText;
import studio.backprop.worksheet.Worksheet;

/**
 * Givens of a sheet as XHTML. Edges are rotated boxes and circles have round corners, which the PDF renderer and all browsers support
 * without images or SVG.
 */
final class PictureHtml {
  private static final double LABEL_WIDTH = 19;
  private static final double LABEL_HEIGHT = 4.6;

  private final Worksheet sheet;
  private final Texts texts;
  private final HtmlNotation notation = new HtmlNotation();

  PictureHtml(Worksheet sheet, Texts texts) {
    this.sheet = sheet;
    this.texts = texts;
  }

  String all() {
    StringBuilder all = new StringBuilder();
    StringBuilder grids = new StringBuilder();
    for (SheetPicture picture : sheet.kind().pictures(sheet.givens())) {
      if (picture instanceof SheetPicture.Net net) {
        all.append(net(net));
      } else if (picture instanceof SheetPicture.Grid grid) {
        grids.append(cell("aside", grid(grid)));
      } else if (picture instanceof SheetPicture.Values values) {
        all.append(element("p", "values", values.names().stream().map(this::given).collect(Collectors.joining("<span> </span>"))));
      } else if (picture instanceof SheetPicture.Sentence sentence) {
        all.append(element("p", "", text(texts.say(sentence.sentence()))));
      }
    }
    return all + (grids.isEmpty() ? "" : element("table", "grids", row(grids.toString())));
  }

  private String given(String name) {
    return element("span", "given", notation.name(name) + " = " + SheetText.printed(sheet, name));
  }

  private String grid(SheetPicture.Grid grid) {
    StringBuilder rows = new StringBuilder();
    boolean named = !grid.rows().isEmpty();
    if (!grid.heads().isEmpty()) {
      rows.append(row((named ? cell("columnhead", "") : "") + grid.heads().stream().map(head -> cell("columnhead", text(texts.say(head))))
          .collect(Collectors.joining())));
    }
    for (int i = 0; i < grid.names().size(); i++) {
      List<String> names = grid.names().get(i);
      String head = named ? cell("rowhead", text(texts.say(grid.rows().get(i)))) : "";
      rows.append(row(head + names.stream().map(name -> cell("number", named ? label(name) : SheetText.printed(sheet, name)))
          .collect(Collectors.joining())));
    }
    return element("p", "caption", text(texts.say(grid.title()))) + element("table", "numbers", rows.toString());
  }

  private String label(String name) {
    return element("span", "small", notation.name(name) + " =") + " " + SheetText.printed(sheet, name);
  }

  private String net(SheetPicture.Net net) {
    StringBuilder drawing = new StringBuilder();
    for (NetLayout.Wired wire : NetLayout.wires()) {
      drawing.append(line(wire.fromX(), wire.fromY(), wire.toX(), wire.toY()));
    }
    NetLayout.Circle output = NetLayout.circles().get(NetLayout.circles().size() - 1);
    drawing.append(line(output.x(), output.y(), NetLayout.WIDTH, output.y()));
    for (NetLayout.Wired wire : NetLayout.wires()) {
      drawing.append(placed("label", wire.labelX() - LABEL_WIDTH / 2, wire.labelY() - LABEL_HEIGHT / 2, "", given(wire.weight())));
    }
    NetLayout.circles().forEach(circle -> drawing.append(circle(circle, net)));
    return "<div class=\"net\" style=\"height:" + mm(NetLayout.HEIGHT) + "\">" + drawing + "</div>";
  }

  private String circle(NetLayout.Circle circle, SheetPicture.Net net) {
    double left = circle.x() - NetLayout.RADIUS;
    double top = circle.y() - NetLayout.RADIUS;
    String inside = element("div", "unit", notation.name(circle.name()))
        + (circle.isHidden() ? element("div", "activation", text(net.activation())) : "");
    String style = circle.isHidden() ? "circle hidden" : "circle";
    String name = circle.isInput() ? circle.name() : circle.bias();
    double beside = circle.isInput() ? left - LABEL_WIDTH - 0.5 : circle.x() - LABEL_WIDTH / 2;
    double below = circle.isInput() ? circle.y() - LABEL_HEIGHT / 2 : circle.y() + NetLayout.RADIUS + 0.6;
    return placed(style, left, top, "", inside) + placed(circle.isInput() ? "label right" : "label", beside, below, "", given(name));
  }

  /** Line as a thin box, rotated around its left end. */
  private static String line(double fromX, double fromY, double toX, double toY) {
    double length = Math.hypot(toX - fromX, toY - fromY);
    double angle = Math.toDegrees(Math.atan2(toY - fromY, toX - fromX));
    String turned = String.format(Locale.ROOT, ";transform:rotate(%.3fdeg)", angle);
    return placed("wire", fromX, fromY, "width:" + mm(length) + turned, "");
  }

  /** Function tables at the foot. */
  String tables() {
    return sheet.kind().tables().stream().map(PictureHtml::table).collect(Collectors.joining());
  }

  private static String table(FunctionTable table) {
    int height = (table.rows().size() + table.blocks() - 1) / table.blocks();
    StringBuilder rows = new StringBuilder();
    String heads = table.heads().stream().map(head -> cell("tablehead", text(head))).collect(Collectors.joining());
    rows.append(row(heads.repeat(table.blocks())));
    for (int i = 0; i < height; i++) {
      StringBuilder cells = new StringBuilder();
      for (int block = 0; block < table.blocks(); block++) {
        int at = block * height + i;
        List<String> values = at < table.rows().size() ? table.rows().get(at) : table.heads().stream().map(head -> "").toList();
        for (int j = 0; j < values.size(); j++) {
          cells.append(cell(j == 0 ? "argument" : "", values.get(j)));
        }
      }
      rows.append(row(cells.toString()));
    }
    return element("table", "function", rows.toString());
  }
}
