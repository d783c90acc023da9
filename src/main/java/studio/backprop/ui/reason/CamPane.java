package studio.backprop.ui.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import studio.backprop.evaluate.reason.AttributionMethod;
import studio.backprop.evaluate.reason.GradCam;
import studio.backprop.text.Message;
import studio.backprop.ui.form.Choice;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** How Grad-CAM comes about: the maps with the largest and the smallest α, and their weighted sum; which convolution is read. */
final class CamPane extends ReasonCard {
  private static final int SIDE = 4;
  private static final double GAP = 14;
  private static final double NUMBER = 18;
  private static final double ARROW = 110;

  private final ReasonsModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final ReasonWords words;
  private final Choice<Integer> layer;
  private final Painting maps = new Painting(this::paint);
  private final Label emptiness = new Label(null, Icon.WARNING.view());
  private final HBox banner;
  private GradCam cam;
  private Raster raster;
  private boolean filling;

  CamPane(ReasonsModel model, Lang lang, ThemeModel theme, ReasonWords words) {
    super("cam");
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.words = words;
    title.textProperty().bind(lang.bind("reason.cam"));
    new Terms(lang).explain(title, "grad-cam");
    detail.textProperty().bind(lang.bind("reason.cam.detail"));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label of = new Label();
    of.getStyleClass().add("note");
    of.textProperty().bind(lang.bind("reason.layer"));
    of.setMinWidth(USE_PREF_SIZE);
    layer = new Choice<>(lang, List.of(), node -> Message.of("reason.named", model.nodeName(node)), lang.bind("reason.layer"));
    layer.setId("explain-layer");
    layer.setMaxWidth(180);
    layer.setMinWidth(110);
    of.setLabelFor(layer);
    layer.valueProperty().subscribe((before, node) -> {
      if (!filling && node != null) {
        model.read(node);
      }
    });
    head.getChildren().addAll(gap, of, layer);
    emptiness.setWrapText(true);
    HBox.setHgrow(emptiness, Priority.ALWAYS);
    emptiness.setMaxWidth(Double.MAX_VALUE);
    Button instead = new Button();
    instead.textProperty().bind(lang.bind("reason.cam.instead"));
    instead.setMinWidth(USE_PREF_SIZE);
    instead.setOnAction(event -> model.methodProperty().set(AttributionMethod.HIRES_CAM));
    banner = new HBox(emptiness, instead);
    banner.getStyleClass().addAll("banner", "warn");
    maps.getStyleClass().add("maps");
    getChildren().addAll(banner, maps);
    theme.paletteProperty().subscribe(palette -> maps.repaint());
  }

  void show(ExplainedExample now) {
    filling = true;
    if (!layer.getItems().equals(now.layers())) {
      layer.getItems().setAll(now.layers());
    }
    layer.setValue(now.layer());
    filling = false;
    cam = now.map(AttributionMethod.GRAD_CAM).flatMap(map -> map.cam()).orElse(null);
    boolean empty = cam != null && cam.isEmpty();
    Sight.show(banner, empty || now.passes());
    if (empty) {
      emptiness.setText(lang.say("reason.cam.empty", model.nodeName(now.layer())));
    } else if (now.passes()) {
      emptiness.setText(lang.say("reason.cam.passed", model.nodeName(now.layers().get(now.layers().size() - 1)),
          model.nodeName(now.layer())));
    }
    maps.setAccessibleText(cam == null ? "" : lang.say("reason.cam.said", String.join(", ",
        picked(cam).stream().map(channel -> words.signed(cam.weights()[channel])).toList()), words.number(most(cam.map()))));
    maps.repaint();
  }

  /** The channels with the largest and the smallest α, in falling order. */
  static List<Integer> picked(GradCam cam) {
    List<Integer> order = IntStream.range(0, cam.weights().length).boxed()
        .sorted((a, b) -> Double.compare(cam.weights()[b], cam.weights()[a])).toList();
    if (order.size() <= 2 * SIDE) {
      return order;
    }
    List<Integer> ends = new ArrayList<>(order.subList(0, SIDE));
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
    List<Integer> channels = picked(cam);
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
      double x = i * (side + GAP);
      double alpha = cam.weights()[channels.get(i)];
      picture(g, i, cam.maps()[channels.get(i)], largest, x, side);
      g.setFill(alpha == 0 ? theme.palette().color(Token.MUT) : theme.palette().color(alpha > 0 ? Token.ACCENT_TEXT : Token.GRADIENT));
      Painting.write(g, words.signed(alpha), x + side / 2, side + NUMBER / 2, side + GAP - 2);
    }
    double after = channels.size() * (side + GAP);
    g.setFill(theme.palette().color(Token.MUT));
    Painting.write(g, "→ relu(Σ α · A)", after + (ARROW - GAP) / 2, side / 2, ARROW - GAP);
    picture(g, channels.size(), cam.map(), most(cam.map()), after + ARROW - GAP, side);
    Painting.write(g, words.number(most(cam.map())), after + ARROW - GAP + side / 2, side + NUMBER / 2, side + GAP);
  }

  /** @param at its place in the raster of all */
  private void picture(GraphicsContext g, int at, double[] values, double largest, double x, double side) {
    Scale scale = theme.palette().signed();
    for (int i = 0; i < values.length; i++) {
      raster.set(at * cam.width() + i % cam.width(), i / cam.width(), scale.argb(largest == 0 ? 0 : values[i] / largest));
    }
    raster.update();
    raster.paint(g, at * cam.width(), 0, cam.width(), cam.height(), x, 0, side, side * cam.height() / Math.max(cam.height(), cam.width()));
    g.setStroke(theme.palette().color(Token.BORDER));
    g.strokeRect(x + 0.5, 0.5, side - 1, side - 1);
  }
}
