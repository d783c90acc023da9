package studio.backprop.ui.compare.comparison;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import studio.backprop.compare.VariantSnapshot;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Gradient norms of a variant's trainable layers as bars on a logarithmic axis of ten decades. */
final class NetworkStrip extends StackPane {
  private static final double MIN_EXPONENT = -8;
  private static final double MAX_EXPONENT = 2;
  private static final double EXPLODING = 30;
  private static final double HEALTHY = 1e-3;
  private static final double FADING = 1e-6;
  private static final double NAMES = 16;
  private static final double WIDEST = 44;
  private static final double GAP = 0.3;
  /** Minimum column width in px for names and numbers. */
  private static final double LEGIBLE = 52;

  private final VariantHistory variant;
  private final Lang lang;
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);

  NetworkStrip(VariantHistory variant, Lang lang, ThemeModel theme) {
    this.variant = variant;
    this.lang = lang;
    this.theme = theme;
    getStyleClass().add("network-strip");
    setMinWidth(0);
    getChildren().add(painting);
  }

  void redraw() {
    setAccessibleText(variant.snapshot().map(this::spoken).orElse(""));
    painting.repaint();
  }

  private String spoken(VariantSnapshot snapshot) {
    return IntStream.range(0, snapshot.nodes().size())
        .mapToObj(i -> lang.say("twins.gradient_of", name(snapshot.nodes().get(i)), written(snapshot.norms()[i])))
            .collect(Collectors.joining("; "));
  }

  private String name(int node) {
    return variant.project().network().find(node).map(Node::name).orElse("");
  }

  private String written(double norm) {
    return Double.isNaN(norm) ? "–" : lang.numbers().compact(norm);
  }

  private static List<Integer> nodes(VariantHistory variant) {
    Network network = variant.project().network();
    return variant.snapshot().map(VariantSnapshot::nodes).orElseGet(() -> network.analyse().order().stream().map(Node::id).toList());
  }

  private void paint(GraphicsContext g, double width, double height) {
    Palette palette = theme.palette();
    List<Integer> nodes = nodes(variant);
    double[] norms = variant.snapshot().map(VariantSnapshot::norms).orElse(new double[0]);
    double place = width / Math.max(1, nodes.size());
    double wide = Math.min(WIDEST, place * (1 - GAP));
    boolean named = place >= LEGIBLE;
    double bottom = height - (named ? 2 * NAMES : 2);
    g.setStroke(palette.color(Token.WIRE));
    g.setLineWidth(1);
    g.strokeLine(place / 2, Math.floor(bottom / 2) + 0.5, width - place / 2, Math.floor(bottom / 2) + 0.5);
    for (int i = 0; i < nodes.size(); i++) {
      double norm = norms.length == 0 ? Double.NaN : norms[i];
      double x = (i + 0.5) * place;
      box(g, palette, x - wide / 2, wide, bottom, norm);
      if (named) {
        words(g, palette, x, place - 4, bottom, name(nodes.get(i)), norm);
      }
    }
  }

  private static void box(GraphicsContext g, Palette palette, double x, double wide, double bottom, double norm) {
    g.setFill(palette.color(Token.BG));
    g.fillRoundRect(x, 1, wide, bottom - 1, 8, 8);
    if (norm > 0) {
      double share = Math.max(0.04, Math.min(1, (Math.log10(norm) - MIN_EXPONENT) / (MAX_EXPONENT - MIN_EXPONENT)));
      g.setFill(palette.color(health(norm)));
      g.fillRoundRect(x + 3, bottom - 3 - share * (bottom - 8), wide - 6, share * (bottom - 8), 4, 4);
    }
    g.setStroke(palette.color(Token.BORDER));
    g.strokeRoundRect(x + 0.5, 1.5, wide - 1, bottom - 2, 8, 8);
  }

  private void words(GraphicsContext g, Palette palette, double x, double most, double bottom, String name, double norm) {
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    g.setFill(palette.color(Token.MUT));
    Painting.write(g, name, x, bottom + NAMES / 2 + 1, most);
    g.setFill(palette.color(Token.FG));
    Painting.write(g, written(norm), x, bottom + NAMES * 1.5 + 1, most);
  }

  /** As on the canvas. */
  static Token health(double norm) {
    if (!Double.isFinite(norm) || norm > EXPLODING) {
      return Token.RIBBON_EXPLODING;
    }
    return norm >= HEALTHY ? Token.RIBBON_HEALTHY : norm >= FADING ? Token.RIBBON_FADING : Token.RIBBON_VANISHED;
  }
}
