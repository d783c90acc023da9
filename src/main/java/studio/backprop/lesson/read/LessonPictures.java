package studio.backprop.lesson.read;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.text.Message;

/** Validates the pictures and links of a lesson: each picture exists, is not too large, and has no active content. */
final class LessonPictures {
  private static final int MOST_BYTES = 1 << 20;
  private static final int WIDTH_AT = 16;
  private static final long MOST_PIXELS = 16_000_000;
  private static final String PNG = "\u0089PNG";
  private static final Set<String> REFUSED = Set.of("script", "image", "foreignobject");
  private static final Pattern WEB = Pattern.compile("(?i)https?://.*");
  private static final Pattern ADDRESS = Pattern.compile("(?i).*(url\\s*\\(\\s*['\"]?(?!#)|javascript:|@import).*", Pattern.DOTALL);

  private final LessonFolder folder;
  private final Problems problems;
  private final Parser markdown = Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();

  LessonPictures(LessonFolder folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
  }

  /** Reports the problems of one file. @param language for localized pictures */
  void look(String language, List<Passage> passages) {
    passages.stream().flatMap(passage -> passage.texts().stream()).filter(text -> text.value().contains("](")).forEach(text -> {
      markdown.parse(text.value()).accept(new AbstractVisitor() {
        @Override
        public void visit(Image image) {
          picture(image.getDestination(), words(image), text, column(image), language);
        }

        @Override
        public void visit(Link link) {
          if (!WEB.matcher(link.getDestination()).matches()) {
            problems.fault(text, new LineFault(column(link), Message.of("lesson.folder.link", link.getDestination())));
          }
          visitChildren(link);
        }
      });
    });
  }

  private static int column(Node node) {
    return node.getSourceSpans().isEmpty() ? 1 : node.getSourceSpans().get(0).getColumnIndex() + 1;
  }

  private static String words(Image image) {
    StringBuilder words = new StringBuilder();
    image.accept(new AbstractVisitor() {
      @Override
      public void visit(Text text) {
        words.append(text.getLiteral());
      }
    });
    return words.toString();
  }

  private void picture(String name, String words, Entry text, int column, String language) {
    if (name.contains("/") || name.contains("\\") || name.contains("..")) {
      problems.fault(text, new LineFault(column, Message.of("lesson.folder.outside", name)));
      return;
    }
    Optional<byte[]> file = folder.picture(name, language);
    if (file.isEmpty()) {
      problems.fault(text, new LineFault(column, Message.of("lesson.folder.no_file", name, folder.names())));
      return;
    }
    if (file.get().length > MOST_BYTES) {
      problems.fault(text, new LineFault(column, Message.of("lesson.folder.large_picture", name, file.get().length / (double) MOST_BYTES)));
    } else {
      refused(name, file.get()).ifPresent(why -> problems.fault(text, new LineFault(column, why)));
    }
    if (words.isBlank()) {
      problems.remark(text.line(), Message.of("lesson.folder.no_words", name));
    }
  }

  private static Optional<Message> refused(String name, byte[] content) {
    boolean png = new String(content, 0, Math.min(content.length, PNG.length()), StandardCharsets.ISO_8859_1).equals(PNG);
    if (png && name.toLowerCase(Locale.ROOT).endsWith(".png")) {
      return pixels(content) <= MOST_PIXELS ? Optional.empty() : Optional.of(Message.of("lesson.folder.many_pixels", name));
    }
    return name.toLowerCase(Locale.ROOT).endsWith(".svg") ? refusedSvg(name, content)
        : Optional.of(Message.of("lesson.folder.no_picture", name));
  }

  /** Pixels according to the header: a small file can decode to a picture too large for the memory. */
  private static long pixels(byte[] png) {
    return png.length < WIDTH_AT + 2 * Integer.BYTES ? 0
        : Integer.toUnsignedLong(ByteBuffer.wrap(png).getInt(WIDTH_AT)) * ByteBuffer.wrap(png).getInt(WIDTH_AT + Integer.BYTES);
  }

  /** Accepts only shapes and text in an SVG. */
  private static Optional<Message> refusedSvg(String name, byte[] content) {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(content));
      boolean svg = false;
      while (in.hasNext()) {
        int event = in.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          svg |= in.getLocalName().equals("svg");
          Optional<String> wrong = refusedElement(in);
          if (wrong.isPresent() || !svg) {
            return Optional.of(svg ? Message.of("lesson.folder.svg", name, wrong.get()) : Message.of("lesson.folder.no_picture", name));
          }
        } else if (event == XMLStreamConstants.CHARACTERS && ADDRESS.matcher(in.getText()).matches()) {
          return Optional.of(Message.of("lesson.folder.svg", name, in.getText().strip()));
        }
      }
      return svg ? Optional.empty() : Optional.of(Message.of("lesson.folder.no_picture", name));
    } catch (XMLStreamException e) {
      return Optional.of(Message.of("lesson.folder.no_picture", name));
    }
  }

  private static Optional<String> refusedElement(XMLStreamReader in) {
    if (REFUSED.contains(in.getLocalName().toLowerCase(Locale.ROOT))) {
      return Optional.of("<" + in.getLocalName() + ">");
    }
    for (int i = 0; i < in.getAttributeCount(); i++) {
      String key = in.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
      String value = in.getAttributeValue(i);
      boolean leads = key.equals("href") && !value.startsWith("#");
      if (leads || key.startsWith("on") || ADDRESS.matcher(value).matches()) {
        return Optional.of(in.getAttributeLocalName(i) + "=\"" + value + "\"");
      }
    }
    return Optional.empty();
  }
}
