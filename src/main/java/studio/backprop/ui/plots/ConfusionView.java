package studio.backprop.ui.plots;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.backprop.data.Dataset;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/**
 * The confusion matrix: a row for each true class, a column for each predicted one. Right ones blue, mistakes orange, the
 * stronger the larger their share of the true class.
 */
final class ConfusionView implements Picture {
  private static final double WIDE = 260;
  private static final double TALL = 240;
  private static final double NAME_LINE = 18;
  private static final double LETTER = 7;
  private static final double MOST_WIDE = 76;
  private static final double MOST_HIGH = 44;
  /** Smaller cells show their colour only. */
  private static final double LEAST_NUMBERED = 14;
  private static final double FAINTEST = 0.35;

  private final Lang lang;
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private final Readout readout = new Readout();
  private final StackPane node = new StackPane(painting, readout);
  private Answer.Confusion answer;

  ConfusionView(Lang lang, ThemeModel theme) {
    this.lang = lang;
    this.theme = theme;
    node.setPrefSize(WIDE, TALL);
    painting.setOnMouseMoved(this::read);
    painting.setOnMouseExited(e -> readout.hide());
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public String detail(Answer shown) {
    return lang.say("plots.right_at", shown.judged().right(), shown.judged().rows(), shown.judged().step());
  }

  @Override
  public void show(Answer shown, boolean anew) {
    answer = (Answer.Confusion) shown;
    painting.repaint();
  }

  // --- where things stand

  private List<String> names() {
    return answer.judged().data().dataset().classNames();
  }

  private double left() {
    int longest = names().stream().mapToInt(String::length).max().orElse(1);
    return NAME_LINE + 8 + Math.min(96, LETTER * longest);
  }

  private double wide() {
    return Math.max(1, Math.floor(Math.min(MOST_WIDE, (painting.getWidth() - left()) / names().size())));
  }

  private double high() {
    return Math.max(1, Math.floor(Math.min(MOST_HIGH, (painting.getHeight() - 2 * NAME_LINE) / names().size())));
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (answer == null) {
      return;
    }
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.CENTER);
    int classes = names().size();
    for (int row = 0; row < classes; row++) {
      int rows = Math.max(1, Arrays.stream(answer.counts()[row]).sum());
      for (int column = 0; column < classes; column++) {
        int count = answer.counts()[row][column];
        // by the root, so that a single mistake is seen as well
        double strength = count == 0 ? 0 : FAINTEST + (1 - FAINTEST) * Math.sqrt((double) count / rows);
        paintCell(g, row, column, count, row == column ? strength : -strength);
      }
    }
    paintNames(g);
  }

  private void paintCell(GraphicsContext g, int row, int column, int count, double position) {
    Palette palette = theme.palette();
    Color color = palette.signed().color(position);
    double x = left() + column * wide();
    double y = row * high();
    g.setFill(color);
    g.fillRect(x, y, Math.max(1, wide() - 1), Math.max(1, high() - 1));
    if (count > 0 && Math.min(wide(), high()) >= LEAST_NUMBERED) {
      g.setFill(palette.textOn(color));
      g.fillText(lang.numbers().whole(count), x + (wide() - 1) / 2, y + (high() - 1) / 2, wide() - 2);
    }
  }

  private void paintNames(GraphicsContext g) {
    Palette palette = theme.palette();
    double bottom = names().size() * high();
    boolean everyName = high() >= LEAST_NUMBERED && wide() >= LEAST_NUMBERED;
    g.setFill(palette.color(Token.SUBT));
    for (int i = 0; everyName && i < names().size(); i++) {
      g.setTextAlign(TextAlignment.CENTER);
      g.fillText(names().get(i), left() + (i + 0.5) * wide(), bottom + NAME_LINE / 2, wide() - 4);
      g.setTextAlign(TextAlignment.RIGHT);
      g.fillText(names().get(i), left() - 8, (i + 0.5) * high(), left() - NAME_LINE - 8);
    }
    Dataset dataset = answer.judged().data().dataset();
    g.setTextAlign(TextAlignment.CENTER);
    g.setFill(palette.color(Token.MUT));
    g.fillText(lang.say("plots.predicted", dataset.about().targetName()), left() + names().size() * wide() / 2, bottom + 1.5 * NAME_LINE);
    g.save();
    g.translate(NAME_LINE / 2, bottom / 2);
    g.rotate(-90);
    g.fillText(lang.say("plots.true", dataset.about().targetName()), 0, 0);
    g.restore();
  }

  private void read(MouseEvent at) {
    readout.hide();
    if (answer == null) {
      return;
    }
    int row = (int) Math.floor(at.getY() / high());
    int column = (int) Math.floor((at.getX() - left()) / wide());
    if (row >= 0 && column >= 0 && row < names().size() && column < names().size()) {
      String key = row == column ? "plots.cell_right" : "plots.cell_wrong";
      readout.show(
          at.getX(), Math.max(0, at.getY() - 30), painting.getWidth(),
          lang.say(key, answer.counts()[row][column], names().get(row), names().get(column)));
    }
  }
}
