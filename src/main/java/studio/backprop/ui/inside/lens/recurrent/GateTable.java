package studio.backprop.ui.inside.lens.recurrent;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Token;

/** Table of the gates of one unit: symbol, meaning, a bar on [0, 1] or [−1, 1], and value. */
final class GateTable extends GridPane {
  private static final double BAR = 48;
  private static final double HIGH = 10;

  /**
   * Gate or state.
   *
   * @param signed whether its range is [−1, 1] rather than [0, 1]
   */
  record Row(String sign, String meaning, double value, String number, boolean signed) {}

  private final LensDesk desk;
  private final List<Line> lines = new ArrayList<>();

  /** Controls of a row, reused. */
  private final class Line {
    private final Label sign = new Label();
    private final Label meaning = new Label();
    private final Label number = new Label();
    private final Painting bar = new Painting(this::paint);
    private Row row;

    Line(int place) {
      sign.getStyleClass().add("strong");
      meaning.setMinWidth(Region.USE_PREF_SIZE);
      number.getStyleClass().add("number");
      number.setMinWidth(Region.USE_PREF_SIZE);
      bar.setMinSize(BAR, HIGH);
      bar.setPrefSize(BAR, HIGH);
      bar.setMaxSize(BAR, HIGH);
      addRow(place, sign, meaning, bar, number);
    }

    void show(Row now) {
      row = now;
      sign.setText(now.sign());
      meaning.setText(now.meaning());
      number.setText(now.number());
      bar.setAccessibleText(now.sign() + " = " + now.number());
      bar.repaint();
    }

    private void paint(GraphicsContext g, double width, double height) {
      if (row == null) {
        return;
      }
      g.setFill(colour(Token.BORDER_SOFT));
      g.fillRoundRect(0, 1, width, height - 2, 3, 3);
      double size = Math.min(1, Math.abs(row.value()));
      if (row.signed()) {
        double middle = width / 2;
        g.setFill(colour(row.value() < 0 ? Token.GRADIENT : Token.ACCENT));
        g.fillRect(row.value() < 0 ? middle * (1 - size) : middle, 1, middle * size, height - 2);
        g.setFill(colour(Token.WIRE));
        g.fillRect(middle, 0, 1, height);
      } else {
        g.setFill(colour(Token.TIME));
        g.fillRoundRect(0, 1, width * size, height - 2, 3, 3);
      }
    }

    void shown(boolean shown) {
      List.of(sign, meaning, bar, number).forEach(node -> {
        node.setVisible(shown);
        node.setManaged(shown);
      });
    }
  }

  GateTable(LensDesk desk) {
    this.desk = desk;
    getStyleClass().addAll("number-table", "gate-table");
    for (int column = 0; column < 4; column++) {
      ColumnConstraints constraints = new ColumnConstraints();
      constraints.setHalignment(column == 3 ? HPos.RIGHT : HPos.LEFT);
      constraints.setHgrow(column == 1 ? Priority.ALWAYS : Priority.NEVER);
      getColumnConstraints().add(constraints);
    }
  }

  private Color colour(Token token) {
    return desk.theme().palette().color(token);
  }

  void show(List<Row> rows) {
    while (lines.size() < rows.size()) {
      lines.add(new Line(lines.size()));
    }
    for (int i = 0; i < lines.size(); i++) {
      lines.get(i).shown(i < rows.size());
      if (i < rows.size()) {
        lines.get(i).show(rows.get(i));
      }
    }
  }
}
