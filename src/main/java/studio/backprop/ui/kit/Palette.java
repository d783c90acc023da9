package studio.backprop.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;

/**
 * The colours of one look for painters that draw in code (canvas, heat maps, plots). They are read from the style sheet that also
 * colours the controls, so that each colour stands in one place.
 */
public final class Palette {
  private static final Pattern DECLARATION = Pattern.compile("-bp-([a-z0-9-]+):\\s*(#[0-9a-fA-F]{6,8});");
  private static final double[] SIGNED = {-1, -0.55, -0.2, 0, 0.2, 0.55, 1};
  private static final double[] POSITIVE = {0, 0.2, 0.55, 1};
  private static final double[] FIFTHS = {0, 0.25, 0.5, 0.75, 1};
  /** Most of a landscape is high: the pale colours reach far up. */
  private static final double[] LOSSES = {0, 0.4, 0.65, 0.85, 1};
  private static final double[] FOURTHS = {0, 1 / 3.0, 2 / 3.0, 1};
  private static final double[] ENDS = {0, 1};
  /** The first two are also the two ends of the signed scale. */
  private static final List<Token> CLASSES =
      List.of(Token.GROUP_SEQUENCE, Token.GROUP_BASIC, Token.GROUP_CONVOLUTION, Token.GROUP_GRAPH, Token.GROUP_MERGE);

  /** Where many classes are seen at once in small dots. */
  private static final List<Token> MANY_CLASSES = Stream.concat(CLASSES.stream(),
      Stream.of(Token.CLASS_6, Token.CLASS_7, Token.CLASS_8, Token.CLASS_9, Token.CLASS_10)).toList();

  private final Map<Token, Color> colors = new EnumMap<>(Token.class);
  private final Scale signed;
  private final Scale features;
  private final Scale size;
  private final Scale gates;
  private final Scale losses;
  private final Scale pixels;

  private Palette(Map<String, Color> declared) {
    for (Token token : Token.values()) {
      colors.put(token, take(declared, token.css().substring("-bp-".length())));
    }
    signed = scale(declared, "signed", SIGNED);
    features = scale(declared, "feature", POSITIVE);
    size = scale(declared, "size", FIFTHS);
    gates = scale(declared, "gate", FOURTHS);
    losses = scale(declared, "loss", LOSSES);
    pixels = scale(declared, "pixel", ENDS);
    if (!declared.isEmpty()) {
      throw new IllegalStateException("colours that no painter knows: " + declared.keySet());
    }
  }

  /** Reads the colours of a style sheet among the resources, such as <code>/css/tokens-light.css</code>. */
  static Palette read(String stylesheet) {
    Map<String, Color> declared = new LinkedHashMap<>();
    Matcher matcher = DECLARATION.matcher(textOf(stylesheet));
    while (matcher.find()) {
      if (declared.put(matcher.group(1), Color.web(matcher.group(2))) != null) {
        throw new IllegalStateException(matcher.group(1) + " stands twice in " + stylesheet);
      }
    }
    return new Palette(declared);
  }

  private static String textOf(String resource) {
    try (InputStream in = Palette.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Scale scale(Map<String, Color> declared, String name, double[] positions) {
    List<Color> stops = new ArrayList<>();
    for (int i = 1; i <= positions.length; i++) {
      stops.add(take(declared, name + "-" + i));
    }
    return new Scale(positions, stops, color(Token.RIBBON_EXPLODING));
  }

  private static Color take(Map<String, Color> declared, String name) {
    Color color = declared.remove(name);
    if (color == null) {
      throw new IllegalStateException("the style sheet lacks -bp-" + name);
    }
    return color;
  }

  public Color color(Token token) {
    return colors.get(token);
  }

  /** How many classes have a colour of their own. */
  public static int classes() {
    return CLASSES.size();
  }

  /** The colour of a class; beyond five they begin anew, so a class is always named as well. */
  public Color ofClass(int index) {
    return color(CLASSES.get(index % CLASSES.size()));
  }

  /** The same with ten colours, for points beside each other. */
  public Color ofManyClasses(int index) {
    return color(MANY_CLASSES.get(index % MANY_CLASSES.size()));
  }

  /** Orange below zero, blue above, neutral at zero: weights, errors, signed answers. */
  public Scale signed() {
    return signed;
  }

  /** The positive half of {@link #signed()}, with zero on the panel's own tone: feature maps after a ReLU. */
  public Scale features() {
    return features;
  }

  /** The size of a gradient, from the panel's tone to dark brown (light look) or pale orange (dark look). */
  public Scale size() {
    return size;
  }

  /** What has no sign and lies beside what has one: gates of recurrent cells, attention weights, saliency; 0 to 1. */
  public Scale gates() {
    return gates;
  }

  /** How high a loss is, from the panel's tone to dark brown (light look) or pale yellow (dark look); 0 to 1, of its logarithm. */
  public Scale losses() {
    return losses;
  }

  /** Grey values of a picture: 0 is the paper, 1 the ink. */
  public Scale pixels() {
    return pixels;
  }

  /** The colour of a text on a coloured cell: whichever of light and dark contrasts more. */
  public Color textOn(Color cell) {
    Color light = color(Token.CELL_LIGHT);
    Color dark = color(Token.CELL_DARK);
    return contrast(light, cell) >= contrast(dark, cell) ? light : dark;
  }

  /** Contrast of two opaque colours, 1 to 21. Web Content Accessibility Guidelines 2.2, "contrast ratio". */
  public static double contrast(Color a, Color b) {
    double la = luminance(a);
    double lb = luminance(b);
    return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
  }

  private static double luminance(Color c) {
    return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
