package studio.backprop.ui.judge.evaluate.report;

import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.io.File;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Draws the shapes of {@link ReportPlot} into a PDF: polylines and circles only. */
final class SvgShapes implements SVGDrawer {
  @Override
  public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
    // texts are HTML
  }

  @Override
  public void addFontFile(File file, String family, Integer weight, FontStyle style) {
    // texts are HTML
  }

  @Override
  public SVGImage buildSVGImage(Element svg, Box box, CssContext context, double width, double height, double dotsPerPixel) {
    return new Drawn(svg, dotsPerPixel);
  }

  @Override
  public void close() {
    // no resources
  }

  /** @param scale device dots per px */
  private record Drawn(Element svg, double scale) implements SVGImage {
    @Override
    public int getIntrinsicWidth() {
      return (int) Math.round(px(svg.getAttribute("width")) * scale);
    }

    @Override
    public int getIntrinsicHeight() {
      return (int) Math.round(px(svg.getAttribute("height")) * scale);
    }

    private static double px(String length) {
      return Double.parseDouble(length.replace("px", ""));
    }

    @Override
    public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
      AffineTransform place = AffineTransform.getTranslateInstance(x, y);
      place.scale(scale, scale);
      Stroke before = device.getStroke();
      for (Node child = svg.getFirstChild(); child != null; child = child.getNextSibling()) {
        if (child instanceof Element shape && !shape.getTagName().equals("title")) {
          draw(device, shape, place.createTransformedShape(shape(shape)));
        }
      }
      device.setStroke(before);
    }

    private void draw(OutputDevice device, Element element, Shape shape) {
      String fill = element.getAttribute("fill");
      if (!fill.equals("none")) {
        device.setColor(color(fill));
        device.fill(shape);
      }
      float width = (float) (Double.parseDouble(element.getAttribute("stroke-width")) * scale);
      String dashes = element.getAttribute("stroke-dasharray");
      float dash = dashes.isEmpty() ? 0 : (float) (Double.parseDouble(dashes.split(" ")[0]) * scale);
      device.setStroke(dash == 0 ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
          : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {dash, dash}, 0));
      device.setColor(color(element.getAttribute("stroke")));
      device.draw(shape);
    }

    private static FSRGBColor color(String hex) {
      return new FSRGBColor(Integer.parseInt(hex.substring(1), 16));
    }

    private static Shape shape(Element element) {
      if (element.getTagName().equals("circle")) {
        double radius = number(element, "r");
        return new Ellipse2D.Double(number(element, "cx") - radius, number(element, "cy") - radius, 2 * radius, 2 * radius);
      }
      Path2D path = new Path2D.Double();
      for (String point : element.getAttribute("points").split(" ")) {
        String[] at = point.split(",");
        if (path.getCurrentPoint() == null) {
          path.moveTo(Double.parseDouble(at[0]), Double.parseDouble(at[1]));
        } else {
          path.lineTo(Double.parseDouble(at[0]), Double.parseDouble(at[1]));
        }
      }
      return path;
    }

    private static double number(Element element, String name) {
      return Double.parseDouble(element.getAttribute(name));
    }
  }
}
