package studio.backprop.ui.learn.lesson;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import studio.backprop.lesson.read.LessonText;
import studio.backprop.ui.kit.formula.Formula;
import studio.backprop.ui.kit.formula.Typesetter;

/**
 * Markdown with tables, images of the lesson's folder and formulas between dollar signs. HTML is shown as text, and links as their address:
 * no external access.
 */
final class MarkdownPane extends VBox {
  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final double FORMULA_SIZE = 15;

  private static final TextContentRenderer PLAIN = TextContentRenderer.builder().build();

  private final Typesetter typesetter;
  private final Function<String, Optional<byte[]>> files;
  private final String style;
  private String source = "";

  /** @param style style class of its text */
  MarkdownPane(Typesetter typesetter, Function<String, Optional<byte[]>> files, String style) {
    this.typesetter = typesetter;
    this.files = files;
    this.style = style;
    getStyleClass().add("markdown");
    managedProperty().bind(visibleProperty());
  }

  /** Shows a text; without text it takes no space. */
  void show(String markdown) {
    source = markdown;
    getChildren().clear();
    setVisible(!markdown.isBlank());
    if (!markdown.isBlank()) {
      blocks(PARSER.parse(markdown), this);
    }
  }

  /** Plain text for screen readers. */
  String plain() {
    return plain(source);
  }

  /** Markdown to plain text. */
  static String plain(String markdown) {
    return LessonText.FORMULA.matcher(PLAIN.render(PARSER.parse(markdown))).replaceAll("$1");
  }

  private void blocks(Node parent, VBox into) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      block(node, into);
    }
  }

  private void block(Node node, VBox into) {
    if (node instanceof Paragraph || node instanceof Heading) {
      into.getChildren().add(flow(node, node instanceof Heading ? "strong" : ""));
    } else if (node instanceof BulletList || node instanceof OrderedList) {
      list(node, into);
    } else if (node instanceof TableBlock) {
      into.getChildren().add(table(node));
    } else if (node instanceof FencedCodeBlock code) {
      into.getChildren().add(listing(code.getLiteral()));
    } else if (node instanceof IndentedCodeBlock code) {
      into.getChildren().add(listing(code.getLiteral()));
    } else if (node instanceof BlockQuote) {
      VBox quote = new VBox();
      quote.getStyleClass().add("quote");
      blocks(node, quote);
      into.getChildren().add(quote);
    } else if (node.getFirstChild() != null) {
      blocks(node, into);
    } else {
      into.getChildren().add(flow(node, ""));
    }
  }

  private void list(Node list, VBox into) {
    int number = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : 0;
    for (Node item = list.getFirstChild(); item instanceof ListItem; item = item.getNext()) {
      VBox content = new VBox();
      blocks(item, content);
      Label mark = new Label(list instanceof OrderedList ? number++ + "." : "•");
      mark.getStyleClass().add(style);
      mark.setMinWidth(Region.USE_PREF_SIZE);
      GridPane row = new GridPane();
      row.getStyleClass().add("item");
      row.addRow(0, mark, content);
      GridPane.setHgrow(content, Priority.ALWAYS);
      into.getChildren().add(row);
    }
  }

  private Label listing(String code) {
    Label listing = new Label(code.stripTrailing());
    listing.getStyleClass().add("listing");
    return listing;
  }

  private GridPane table(Node table) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("table");
    grid.setMaxWidth(Region.USE_PREF_SIZE);
    int row = 0;
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node line = part.getFirstChild(); line instanceof TableRow; line = line.getNext()) {
        int column = 0;
        for (Node cell = line.getFirstChild(); cell instanceof TableCell one; cell = cell.getNext()) {
          TextFlow flow = flow(one, one.isHeader() ? "strong" : "");
          flow.getStyleClass().add("cell");
          grid.add(flow, column++, row);
        }
        row += 1;
      }
    }
    return grid;
  }

  private TextFlow flow(Node parent, String more) {
    TextFlow flow = new TextFlow();
    flow.setMinWidth(0);
    inline(parent, flow, more);
    return flow;
  }

  private void inline(Node parent, TextFlow into, String more) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof org.commonmark.node.Text text) {
        text(text.getLiteral(), into, more);
      } else if (node instanceof SoftLineBreak) {
        add(into, softBreak(node), more);
      } else if (node instanceof HardLineBreak) {
        add(into, "\n", more);
      } else if (node instanceof Code code) {
        add(into, code.getLiteral(), "code");
      } else if (node instanceof StrongEmphasis) {
        inline(node, into, "strong");
      } else if (node instanceof Emphasis) {
        inline(node, into, "emphasis");
      } else if (node instanceof Link link) {
        inline(node, into, more);
        add(into, " (" + link.getDestination() + ")", "mut");
      } else if (node instanceof org.commonmark.node.Image image) {
        picture(image, into);
      } else if (node instanceof HtmlInline html) {
        add(into, html.getLiteral(), more);
      }
    }
  }

  /** Between Chinese characters a soft line break is no space. */
  private static String softBreak(Node node) {
    String before = node.getPrevious() instanceof org.commonmark.node.Text text ? text.getLiteral() : "";
    String after = node.getNext() instanceof org.commonmark.node.Text text ? text.getLiteral() : "";
    return LessonText.joins(before, after) ? "" : " ";
  }

  private void text(String literal, TextFlow into, String more) {
    Matcher formula = LessonText.FORMULA.matcher(literal);
    int at = 0;
    while (formula.find()) {
      add(into, literal.substring(at, formula.start()), more);
      Formula shown = new Formula(typesetter, FORMULA_SIZE);
      shown.latexProperty().set(formula.group(1));
      into.getChildren().add(shown);
      at = formula.end();
    }
    add(into, literal.substring(at), more);
  }

  private void add(TextFlow into, String text, String more) {
    if (!text.isEmpty()) {
      Text part = new Text(text);
      part.getStyleClass().add(style);
      if (!more.isEmpty()) {
        part.getStyleClass().add(more);
      }
      into.getChildren().add(part);
    }
  }

  private void picture(org.commonmark.node.Image image, TextFlow into) {
    Optional<byte[]> file = files.apply(image.getDestination());
    StringBuilder words = new StringBuilder();
    for (Node node = image.getFirstChild(); node instanceof org.commonmark.node.Text text; node = node.getNext()) {
      words.append(text.getLiteral());
    }
    if (file.isEmpty()) {
      add(into, words.toString(), "mut");
      return;
    }
    ImageView view = new ImageView(new Image(new ByteArrayInputStream(file.get())));
    view.setPreserveRatio(true);
    view.setAccessibleText(words.toString());
    widthProperty().subscribe(width -> view.setFitWidth(Math.min(view.getImage().getWidth(), Math.max(1, width.doubleValue()))));
    into.getChildren().add(view);
  }
}
