package studio.backprop.ui.kit;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.kordamp.ikonli.javafx.FontIcon;

/** Scalable Vector Graphics export of a part of the window; canvas pixels such as heat maps are embedded as images. SVG 1.1, W3C 2011. */
public final class SvgPicture {
  /** Canvas content that can be exported as shapes. */
  public interface Drawn {
    List<Shape> outlines();
  }

  private static final String XLINK = "http://www.w3.org/1999/xlink";
  private static final double PIXELS_PER_PX = 2;

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  private SvgPicture() throws XMLStreamException {
    xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
  }

  /** Exports a node and its descendants, clipped to {@code area} in its own coordinates. */
  public static String of(Node node, Bounds area, Color ground, String title) {
    try {
      SvgPicture picture = new SvgPicture();
      picture.document(node, area, ground, title);
      return picture.text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text in memory cannot fail", e);
    }
  }

  private void document(Node node, Bounds area, Color ground, String title) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("svg");
    xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
    xml.writeNamespace("xlink", XLINK);
    put("version", "1.1");
    put("width", area.getWidth());
    put("height", area.getHeight());
    put("viewBox", number(area.getMinX()) + " " + number(area.getMinY()) + " " + number(area.getWidth()) + " " + number(area.getHeight()));
    xml.writeStartElement("title");
    xml.writeCharacters(title);
    xml.writeEndElement();
    xml.writeEmptyElement("rect");
    box(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
    paint("fill", ground);
    inside(node);
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void draw(Node node) throws XMLStreamException {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    xml.writeStartElement("g");
    Transform to = node.getLocalToParentTransform();
    if (!to.isIdentity()) {
      put("transform", "matrix(" + number(to.getMxx()) + " " + number(to.getMyx()) + " " + number(to.getMxy()) + " " + number(to.getMyy())
          + " " + number(to.getTx()) + " " + number(to.getTy()) + ")");
    }
    if (node.getOpacity() < 1) {
      put("opacity", node.getOpacity());
    }
    inside(node);
    xml.writeEndElement();
  }

  private void inside(Node node) throws XMLStreamException {
    if (node instanceof Text words && !isIcon(words)) {
      words(words);
    } else if (node instanceof Shape shape) {
      shape(shape);
    } else if (node instanceof Canvas || node instanceof ImageView) {
      pixels(node);
    } else if (node instanceof Parent parent) {
      if (node instanceof Region region) {
        background(region);
      }
      if (node instanceof Drawn drawn) {
        for (Shape shape : drawn.outlines()) {
          shape(shape);
        }
      }
      for (Node child : parent.getChildrenUnmodifiable()) {
        if (!(node instanceof Drawn && child instanceof Canvas)) {
          draw(child);
        }
      }
    }
  }

  /** Icon fonts are available to this program only. */
  private static boolean isIcon(Text words) {
    return words instanceof FontIcon;
  }

  private void words(Text words) throws XMLStreamException {
    if (words.getText().isBlank()) {
      return;
    }
    for (SvgLines.Line line : SvgLines.of(words)) {
      words(words, line);
    }
  }

  private void words(Text words, SvgLines.Line line) throws XMLStreamException {
    xml.writeStartElement("text");
    put("x", line.x());
    put("y", line.y());
    put("font-family", words.getFont().getFamily() + ", Inter, 'Noto Sans SC', sans-serif");
    put("font-size", words.getFont().getSize());
    String style = words.getFont().getStyle().toLowerCase(Locale.ROOT);
    if (style.contains("bold")) {
      put("font-weight", style.contains("semi") ? "600" : "700");
    }
    put("textLength", line.width()); // keeps the width if another font is substituted
    put("lengthAdjust", "spacingAndGlyphs");
    paint("fill", words.getFill());
    xml.writeCharacters(line.words());
    xml.writeEndElement();
  }

  private void shape(Shape shape) throws XMLStreamException {
    String course = SvgPath.of(shape);
    boolean painted = isPainted(shape.getFill()) || isPainted(shape.getStroke());
    if (course.isEmpty() || !painted) {
      return;
    }
    xml.writeEmptyElement("path");
    put("d", course);
    paint("fill", shape.getFill());
    if (isPainted(shape.getStroke())) {
      paint("stroke", shape.getStroke());
      put("stroke-width", shape.getStrokeWidth());
      put("stroke-linecap", shape.getStrokeLineCap().name().toLowerCase(Locale.ROOT));
      if (!shape.getStrokeDashArray().isEmpty()) {
        put("stroke-dasharray", String.join(" ", shape.getStrokeDashArray().stream().map(SvgPicture::number).toList()));
      }
    }
  }

  private void pixels(Node node) throws XMLStreamException {
    Bounds bounds = node.getLayoutBounds();
    if (bounds.getWidth() < 1 || bounds.getHeight() < 1) {
      return;
    }
    SnapshotParameters sharp = new SnapshotParameters();
    sharp.setTransform(Transform.scale(PIXELS_PER_PX, PIXELS_PER_PX));
    sharp.setFill(Color.TRANSPARENT);
    byte[] png = PngPicture.bytes(PngPicture.pixels(node.snapshot(sharp, null)));
    xml.writeEmptyElement("image");
    box(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    xml.writeAttribute("xlink", XLINK, "href", "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
  }

  private void background(Region region) throws XMLStreamException {
    if (region.getBackground() != null) {
      for (BackgroundFill fill : region.getBackground().getFills()) {
        Insets insets = fill.getInsets();
        String outline = SvgPath.rounded(insets.getLeft(), insets.getTop(), region.getWidth() - insets.getRight(),
            region.getHeight() - insets.getBottom(), fill.getRadii());
        if (fill.getFill() instanceof LinearGradient gradient) {
          bands(outline, gradient, region.getWidth(), region.getHeight());
        } else if (isPainted(fill.getFill())) {
          filled(outline, fill.getFill());
        }
      }
    }
    if (region.getBorder() != null) {
      for (BorderStroke stroke : region.getBorder().getStrokes()) {
        border(region, stroke);
      }
    }
  }

  private void border(Region region, BorderStroke stroke) throws XMLStreamException {
    double half = stroke.getWidths().getTop() / 2;
    if (half > 0 && isPainted(stroke.getTopStroke())) {
      xml.writeEmptyElement("path");
      put("d", SvgPath.rounded(half, half, region.getWidth() - half, region.getHeight() - half,
          stroke.getRadii() == null ? CornerRadii.EMPTY : stroke.getRadii()));
      put("fill", "none");
      paint("stroke", stroke.getTopStroke());
      put("stroke-width", 2 * half);
    }
  }

  /** The gradients of our style sheets have hard edges: bands of one colour each. */
  private void bands(String outline, LinearGradient gradient, double width, double height) throws XMLStreamException {
    List<Stop> stops = gradient.getStops();
    SVGPath whole = new SVGPath();
    whole.setContent(outline);
    filled(outline, stops.get(stops.size() - 1).getColor());
    double edge = gradient.getStartY() + stops.get(1).getOffset() * (gradient.getEndY() - gradient.getStartY());
    filled(SvgPath.of(Shape.intersect(whole, new Rectangle(0, 0, width, Math.min(edge, height)))), stops.get(0).getColor());
  }

  private void filled(String outline, Paint fill) throws XMLStreamException {
    xml.writeEmptyElement("path");
    put("d", outline);
    paint("fill", fill);
  }

  private static boolean isPainted(Paint paint) {
    return paint instanceof Color color ? color.getOpacity() > 0 : paint != null;
  }

  private void paint(String attribute, Paint paint) throws XMLStreamException {
    if (!(paint instanceof Color color) || color.getOpacity() == 0) {
      put(attribute, "none");
      return;
    }
    put(attribute, hex(color));
    if (color.getOpacity() < 1) {
      put(attribute + "-opacity", color.getOpacity());
    }
  }

  private static String hex(Color color) {
    return String.format(Locale.ROOT, "#%02x%02x%02x",
        Math.round(255 * color.getRed()), Math.round(255 * color.getGreen()), Math.round(255 * color.getBlue()));
  }

  private void box(double x, double y, double width, double height) throws XMLStreamException {
    put("x", x);
    put("y", y);
    put("width", width);
    put("height", height);
  }

  private void put(String attribute, double value) throws XMLStreamException {
    put(attribute, number(value));
  }

  private void put(String attribute, String value) throws XMLStreamException {
    xml.writeAttribute(attribute, value);
  }

  /** Thousandths of a pixel are precise enough. */
  static String number(double value) {
    return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }
}
