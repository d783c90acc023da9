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

/** Colours of a theme for painting in code (canvas, heat maps, plots), read from the style sheet that also styles the controls. */
public final class Palette {
  private static final Pattern DECLARATION = Pattern.compile("-bp-([a-z0-9-]+):\\s*(#[0-9a-fA-F]{6,8});");
  private static final double[] SIGNED = {-1, -0.55, -0.2, 0, 0.2, 0.55, 1};
  private static final double[] POSITIVE = {0, 0.2, 0.55, 1};
  private static final double[] FIFTHS = {0, 0.25, 0.5, 0.75, 1};
  /** Most of a loss landscape is high: the pale colours reach far up. */
  private static final double[] LOSSES = {0, 0.4, 0.65, 0.85, 1};
  private static final double[] FOURTHS = {0, 1 / 3.0, 2 / 3.0, 1};
  private static final double[] ENDS = {0, 1};
  /** The first two are also the ends of the signed scale. */
  private static final List<Token> CLASSES =
      List.of(Token.GROUP_SEQUENCE, Token.GROUP_BASIC, Token.GROUP_CONVOLUTION, Token.GROUP_GRAPH, Token.GROUP_MERGE);

  /** For many classes in scatter plots. */
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

  public static int classes() {
    return CLASSES.size();
  }

  /** Colour of a class; repeats after five, so label the class as well. */
  public Color ofClass(int index) {
    return color(CLASSES.get(index % CLASSES.size()));
  }

  public Color ofManyClasses(int index) {
    return color(MANY_CLASSES.get(index % MANY_CLASSES.size()));
  }

  /** Diverging scale, orange below zero, blue above: weights, errors, signed outputs. */
  public Scale signed() {
    return signed;
  }

  /** Positive half of {@link #signed()}, zero on the panel colour: feature maps after a ReLU. */
  public Scale features() {
    return features;
  }

  /** Gradient magnitude, from the panel colour to dark brown (light theme) or pale orange (dark theme). */
  public Scale size() {
    return size;
  }

  /** Unsigned values in [0, 1] displayed beside signed ones: gates of recurrent cells, attention weights, saliency. */
  public Scale gates() {
    return gates;
  }

  /** Loss height in [0, 1] of its logarithm, from the panel colour to dark brown (light theme) or pale yellow (dark theme). */
  public Scale losses() {
    return losses;
  }

  /** Grey values: 0 is paper, 1 ink. */
  public Scale pixels() {
    return pixels;
  }

  /** Text colour on a coloured cell: light or dark, whichever contrasts more. */
  public Color textOn(Color cell) {
    Color light = color(Token.CELL_LIGHT);
    Color dark = color(Token.CELL_DARK);
    return contrast(light, cell) >= contrast(dark, cell) ? light : dark;
  }

  /** WCAG 2.2 contrast ratio of two opaque colours, 1 to 21. */
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
