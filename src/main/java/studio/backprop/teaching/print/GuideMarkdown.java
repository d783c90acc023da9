package studio.backprop.teaching.print;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import studio.backprop.lesson.read.LessonText;

/** Renders Markdown of lessons as XHTML: embedded HTML is escaped, links show their address, pictures and formulas are inlined. */
final class GuideMarkdown {
  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(TABLES).build();
  private static final String PNG = ".png";
  /** CommonMark does not recognize emphasis that ends or begins between punctuation and CJK characters. */
  private static final Pattern CLOSING = Pattern.compile("(?<=[^\\s*])([：。，、；！？”）》]+)\\*\\*(?=\\p{IsHan})");
  private static final Pattern OPENING = Pattern.compile("(?<=\\p{IsHan})\\*\\*([“（《]+)(?=[^\\s*])");

  private static final Pattern BOLD = Pattern.compile("\\*\\*[^*]+\\*\\*", Pattern.DOTALL);
  private static final Pattern SENTENCE_ENDS = Pattern.compile("[.!?。！？][”\"’)）]*$");

  private final Function<String, Optional<byte[]>> pictures;
  private final FormulaPictures formulas;

  /** @param pictures by their names in the lesson's folder */
  GuideMarkdown(Function<String, Optional<byte[]>> pictures, FormulaPictures formulas) {
    this.pictures = pictures;
    this.formulas = formulas;
  }

  String blocks(String markdown) {
    String moved = OPENING.matcher(CLOSING.matcher(markdown).replaceAll("**$1")).replaceAll("$1**");
    Node document = PARSER.parse(moved);
    document.accept(new Preparing());
    return RENDERER.render(document);
  }

  /** Block content, with a new paragraph at each bold beginning. */
  String thoughts(String markdown) {
    StringBuilder all = new StringBuilder();
    Matcher stars = BOLD.matcher(markdown);
    int at = 0;
    while (stars.find()) {
      String before = markdown.substring(at, stars.start());
      String said = before.stripTrailing();
      boolean begins = before.indexOf('\n', said.length()) >= 0 || !said.isEmpty() && SENTENCE_ENDS.matcher(said).find();
      all.append(begins ? said + "\n\n" : before).append(stars.group());
      at = stars.end();
    }
    return blocks(all + markdown.substring(at));
  }

  /** Inline content: a single paragraph loses its element. */
  String line(String markdown) {
    String blocks = blocks(markdown).strip();
    boolean one = blocks.startsWith("<p>") && blocks.endsWith("</p>") && blocks.indexOf("<p>", 1) < 0;
    return one ? blocks.substring(3, blocks.length() - 4) : blocks;
  }

  private static HtmlInline picture(byte[] png, String style) {
    HtmlInline drawn = new HtmlInline();
    String data = Base64.getEncoder().encodeToString(png);
    drawn.setLiteral("<img alt=\"\" style=\"" + style + "\" src=\"data:image/png;base64," + data + "\"/>");
    return drawn;
  }

  /** Replaces nodes of the document by their printable form. */
  private final class Preparing extends AbstractVisitor {
    @Override
    public void visit(HtmlInline html) {
      replace(html, new Text(html.getLiteral()));
    }

    @Override
    public void visit(HtmlBlock html) {
      Paragraph paragraph = new Paragraph();
      paragraph.appendChild(new Text(html.getLiteral()));
      replace(html, paragraph);
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
      String before = lineBreak.getPrevious() instanceof Text text ? text.getLiteral() : "";
      String after = lineBreak.getNext() instanceof Text text ? text.getLiteral() : "";
      if (LessonText.joins(before, after)) {
        lineBreak.unlink();
      }
    }

    @Override
    public void visit(Link link) {
      visitChildren(link);
      Node last = link;
      while (link.getFirstChild() != null) {
        Node child = link.getFirstChild();
        last.insertAfter(child);
        last = child;
      }
      last.insertAfter(new Text(" (" + link.getDestination() + ")"));
      link.unlink();
    }

    @Override
    public void visit(Image image) {
      StringBuilder words = new StringBuilder();
      for (Node node = image.getFirstChild(); node instanceof Text text; node = node.getNext()) {
        words.append(text.getLiteral());
      }
      Optional<byte[]> file = image.getDestination().toLowerCase(Locale.ROOT).endsWith(PNG)
          ? pictures.apply(image.getDestination()) : Optional.empty();
      replace(image, file.<Node>map(png -> picture(png, "max-width:120mm")).orElseGet(() -> new Text("[" + words + "]")));
    }

    @Override
    public void visit(Text text) {
      Matcher formula = LessonText.FORMULA.matcher(text.getLiteral());
      String literal = text.getLiteral();
      int at = 0;
      while (formula.find()) {
        Optional<FormulaPictures.Drawn> drawn = formulas.draw(formula.group(1));
        text.insertBefore(new Text(literal.substring(at, formula.start())));
        text.insertBefore(drawn.<Node>map(Preparing::inLine).orElseGet(() -> new Text(formula.group(1))));
        at = formula.end();
      }
      text.setLiteral(literal.substring(at));
    }

    private static Node inLine(FormulaPictures.Drawn drawn) {
      return picture(drawn.png(), String.format(Locale.ROOT, "width:%.3fem;height:%.3fem;vertical-align:%.3fem", drawn.width(),
          drawn.height(), -drawn.depth()));
    }

    private static void replace(Node node, Node by) {
      node.insertBefore(by);
      node.unlink();
    }
  }}
