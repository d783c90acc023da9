package studio.backprop.ui.workspace.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import studio.backprop.evaluate.attribution.GradCam;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Grad-CAM computation: the maps with the largest and smallest α, and their weighted sum after ReLU. */
public final class CamMaps extends StackPane {
  /** Maps displayed from each end of the order by α. */
  private static final int SIDE = 4;
  private static final int DIGITS = 3;
  private static final double GAP = 14;
  private static final double NUMBER = 18;
  private static final double ARROW = 110;
  /** Side in px from which the filter's number fits. */
  private static final double NAMED = 68;

  private final Lang lang;
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private GradCam cam;
  private int chosen = -1;
  private Raster raster;

  public CamMaps(Lang lang, ThemeModel theme) {
    this.lang = lang;
    this.theme = theme;
    getStyleClass().add("maps");
    setMinSize(0, 0);
    getChildren().add(painting);
    theme.paletteProperty().subscribe(palette -> painting.repaint());
  }

  /** Whether all maps are displayed, not only those with the largest and smallest α. */
  public static boolean showsAll(int maps) {
    return maps <= 2 * SIDE;
  }

  /** Shows the maps of a convolution (null for none); {@code map} is ringed and always included, −1 for none. */
  public void show(GradCam now, int map) {
    cam = now;
    chosen = map;
    painting.setAccessibleText(cam == null ? "" : lang.say("reason.cam.said", String.join(", ",
        picked().stream().map(channel -> signed(cam.weights()[channel])).toList()), number(most(cam.map()))));
    painting.repaint();
  }

  private String number(double value) {
    return lang.numbers().significant(value, DIGITS);
  }

  private String signed(double value) {
    return value > 0 ? "+" + number(value) : number(value);
  }

  /** Channels with the largest and smallest α, descending, with the selected one. */
  private List<Integer> picked() {
    List<Integer> order = IntStream.range(0, cam.weights().length).boxed()
        .sorted((a, b) -> Double.compare(cam.weights()[b], cam.weights()[a])).toList();
    if (order.size() <= 2 * SIDE) {
      return order;
    }
    List<Integer> ends = new ArrayList<>(order.subList(0, SIDE));
    if (order.subList(SIDE, order.size() - SIDE).contains(chosen)) {
      ends.add(chosen);
    }
    ends.addAll(order.subList(order.size() - SIDE, order.size()));
    return ends;
  }

  private static double most(double[] values) {
    double most = 0;
    for (double value : values) {
      most = Math.max(most, Math.abs(value));
    }
    return most;
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (cam == null) {
      return;
    }
    List<Integer> channels = picked();
    double side = Math.max(8, Math.min(height - NUMBER, (width - ARROW) / (channels.size() + 1) - GAP));
    double largest = 0;
    for (int channel : channels) {
      largest = Math.max(largest, most(cam.maps()[channel]));
    }
    if (raster == null || raster.width() != (channels.size() + 1) * cam.width() || raster.height() != cam.height()) {
      raster = new Raster((channels.size() + 1) * cam.width(), cam.height());
    }
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.CENTER);
    for (int i = 0; i < channels.size(); i++) {
      double x = i * (side + GAP) + 1;
      double alpha = cam.weights()[channels.get(i)];
      picture(g, i, cam.maps()[channels.get(i)], largest, x, side, channels.get(i) == chosen);
      g.setFill(alpha == 0 ? theme.palette().color(Token.MUT) : theme.palette().color(alpha > 0 ? Token.ACCENT_TEXT : Token.GRADIENT));
      String name = side < NAMED ? "" : "α" + Numbers.lowered(channels.get(i) + 1) + " ";
      Painting.write(g, name + signed(alpha), x + side / 2, side + NUMBER / 2 + 1, side + GAP - 2);
    }
    double after = channels.size() * (side + GAP);
    g.setFill(theme.palette().color(Token.MUT));
    Painting.write(g, "→ relu(Σ α · A)", after + (ARROW - GAP) / 2, side / 2, ARROW - GAP);
    picture(g, channels.size(), cam.map(), most(cam.map()), after + ARROW - GAP, side, false);
    Painting.write(g, number(most(cam.map())), after + ARROW - GAP + side / 2, side + NUMBER / 2 + 1, side + GAP);
  }

  private void picture(GraphicsContext g, int at, double[] values, double largest, double x, double side, boolean ringed) {
    Scale scale = theme.palette().signed();
    for (int i = 0; i < values.length; i++) {
      raster.set(at * cam.width() + i % cam.width(), i / cam.width(), scale.argb(largest == 0 ? 0 : values[i] / largest));
    }
    raster.update();
    raster.paint(g, at * cam.width(), 0, cam.width(), cam.height(), x, 1, side, side * cam.height() / Math.max(cam.height(), cam.width()));
    g.setStroke(theme.palette().color(ringed ? Token.GROUP_CONVOLUTION : Token.BORDER));
    g.setLineWidth(ringed ? 2 : 1);
    g.strokeRect(x + 0.5, 1.5, side - 1, side - 1);
    g.setLineWidth(1);
  }
}
