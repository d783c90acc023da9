package studio.backprop.ui.learn.worksheet;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.formula.Formula;
import studio.backprop.ui.kit.formula.Typesetter;
import studio.backprop.worksheet.FunctionTable;
import studio.backprop.worksheet.NetLayout;
import studio.backprop.worksheet.SheetPicture;
import studio.backprop.worksheet.SheetText;
import studio.backprop.worksheet.Worksheet;

/** Givens of a worksheet on screen: network with weights, grids, named values, function tables. */
final class GivenPictures {
  /** px per mm on paper. */
  private static final double SCALE = 4;
  private static final double LETTERS = 14;

  private final Worksheet sheet;
  private final Lang lang;
  private final Typesetter typesetter;
  private final SheetLatex latex = new SheetLatex();

  GivenPictures(Worksheet sheet, Lang lang, Typesetter typesetter) {
    this.sheet = sheet;
    this.lang = lang;
    this.typesetter = typesetter;
  }

  /** Stacked; grids side by side. */
  VBox all() {
    VBox all = new VBox();
    all.getStyleClass().add("sheet-givens");
    FlowPane grids = new FlowPane();
    grids.getStyleClass().add("sheet-grids");
    for (SheetPicture picture : sheet.kind().pictures(sheet.givens())) {
      if (picture instanceof SheetPicture.Net net) {
        all.getChildren().add(net(net));
      } else if (picture instanceof SheetPicture.Grid grid) {
        grids.getChildren().add(grid(grid));
      } else if (picture instanceof SheetPicture.Values values) {
        all.getChildren().add(values(values.names()));
      } else if (picture instanceof SheetPicture.Sentence sentence) {
        all.getChildren().add(wrapped(sentence.sentence()));
      }
    }
    if (!grids.getChildren().isEmpty()) {
      all.getChildren().add(grids);
    }
    return all;
  }

  private Label wrapped(Message sentence) {
    Label label = new Label();
    label.textProperty().bind(lang.bind(sentence.key(), sentence.args().toArray()));
    label.setWrapText(true);
    return label;
  }

  private Formula formula(String written) {
    Formula formula = new Formula(typesetter, LETTERS);
    formula.latexProperty().set(written);
    formula.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    return formula;
  }

  private Formula given(String name) {
    return formula(latex.name(name) + " = " + SheetText.printed(sheet, name).replace('−', '-'));
  }

  private FlowPane values(List<String> names) {
    FlowPane row = new FlowPane();
    row.getStyleClass().add("sheet-values");
    names.forEach(name -> row.getChildren().add(given(name)));
    return row;
  }

  private VBox grid(SheetPicture.Grid grid) {
    GridPane cells = new GridPane();
    cells.getStyleClass().add("sheet-numbers");
    boolean named = !grid.rows().isEmpty();
    int first = named ? 1 : 0;
    int top = grid.heads().isEmpty() ? 0 : 1;
    for (int column = 0; column < grid.heads().size(); column++) {
      Label head = wrapped(grid.heads().get(column));
      GridPane.setHalignment(head, HPos.CENTER);
      cells.add(head, column + first, 0);
    }
    for (int row = 0; row < grid.names().size(); row++) {
      if (named) {
        cells.add(wrapped(grid.rows().get(row)), 0, row + top);
      }
      List<String> names = grid.names().get(row);
      for (int column = 0; column < names.size(); column++) {
        cells.add(cell(names.get(column), named), column + first, row + top);
      }
    }
    Label title = wrapped(grid.title());
    title.getStyleClass().add("mut");
    return new VBox(4, title, cells);
  }

  private StackPane cell(String name, boolean named) {
    StackPane cell = new StackPane(named ? given(name) : new Label(SheetText.printed(sheet, name)));
    cell.getStyleClass().add("sheet-cell");
    return cell;
  }

  private Pane net(SheetPicture.Net net) {
    Pane drawing = new Pane();
    drawing.getStyleClass().add("sheet-net");
    drawing.setMinSize(NetLayout.WIDTH * SCALE, NetLayout.HEIGHT * SCALE);
    drawing.setMaxSize(NetLayout.WIDTH * SCALE, NetLayout.HEIGHT * SCALE);
    for (NetLayout.Wired wire : NetLayout.wires()) {
      Line line = new Line(wire.fromX() * SCALE, wire.fromY() * SCALE, wire.toX() * SCALE, wire.toY() * SCALE);
      line.getStyleClass().add("sheet-wire");
      drawing.getChildren().add(line);
    }
    NetLayout.wires().forEach(wire -> place(drawing, label(wire.weight()), wire.labelX(), wire.labelY(), 0.5));
    for (NetLayout.Circle circle : NetLayout.circles()) {
      Circle round = new Circle(circle.x() * SCALE, circle.y() * SCALE, NetLayout.RADIUS * SCALE);
      round.getStyleClass().add("sheet-circle");
      drawing.getChildren().add(round);
      place(drawing, unit(circle, net.activation()), circle.x(), circle.y(), 0.5);
      if (circle.isInput()) {
        place(drawing, label(circle.name()), circle.x() - NetLayout.RADIUS - 1, circle.y(), 1);
      } else {
        place(drawing, label(circle.bias()), circle.x(), circle.y() + NetLayout.RADIUS + 2.6, 0.5);
      }
    }
    return drawing;
  }

  private Node unit(NetLayout.Circle circle, String activation) {
    VBox unit = new VBox(formula(latex.name(circle.name())));
    unit.setFillWidth(false);
    unit.getStyleClass().add("sheet-unit");
    if (circle.isHidden()) {
      unit.getChildren().add(new Label(activation));
    }
    return unit;
  }

  private StackPane label(String name) {
    StackPane label = new StackPane(given(name));
    label.getStyleClass().add("sheet-label");
    return label;
  }

  /** Anchors a node at a point, in mm. @param before share of its width to the left of the point */
  private static void place(Pane drawing, Node node, double x, double y, double before) {
    node.layoutBoundsProperty().subscribe(bounds -> node.relocate(x * SCALE - bounds.getWidth() * before,
        y * SCALE - bounds.getHeight() / 2));
    drawing.getChildren().add(node);
  }

  /** Function tables; empty where the kind needs none. */
  VBox tables() {
    VBox tables = new VBox();
    tables.getStyleClass().add("sheet-givens");
    sheet.kind().tables().forEach(table -> tables.getChildren().add(table(table)));
    sheet.howToRead().ifPresent(how -> tables.getChildren().add(wrapped(how)));
    return tables;
  }

  private static GridPane table(FunctionTable table) {
    GridPane cells = new GridPane();
    cells.getStyleClass().add("sheet-table");
    int height = (table.rows().size() + table.blocks() - 1) / table.blocks();
    int width = table.heads().size();
    for (int at = 0; at < table.rows().size(); at++) {
      int left = at / height * width;
      if (at % height == 0) {
        for (int j = 0; j < width; j++) {
          cells.add(cell(table.heads().get(j), "strong"), left + j, 0);
        }
      }
      for (int j = 0; j < width; j++) {
        cells.add(cell(table.rows().get(at).get(j), j == 0 ? "sheet-argument" : "note"), left + j, at % height + 1);
      }
    }
    return cells;
  }

  private static Label cell(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    GridPane.setHalignment(label, HPos.RIGHT);
    return label;
  }
}
