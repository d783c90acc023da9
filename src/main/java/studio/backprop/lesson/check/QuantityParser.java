package studio.backprop.lesson.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.backprop.lesson.check.CheckToken.Kind;
import studio.backprop.lesson.check.CheckedQuantity.Subject;
import studio.backprop.text.Message;

/** Parser of the quantities in a check. */
final class QuantityParser {
  private final TokenReader in;

  QuantityParser(TokenReader in) {
    this.in = in;
  }

  CheckedQuantity quantity() throws LineFault {
    CheckToken first = in.now();
    if (first.kind() != Kind.WORD) {
      throw new LineFault(first.column(), Message.of("lesson.check.quantity", TokenReader.shown(first)));
    }
    boolean start = in.accept("start") && in.need(".");
    Optional<Character> lane = Optional.empty();
    if (in.now().is("lane")) {
      in.take();
      in.need("(");
      lane = Optional.of(lane());
      in.need(")");
      in.need(".");
    }
    CheckToken source = in.take();
    return of(source, lane, start, first.column());
  }

  private char lane() throws LineFault {
    CheckToken letter = in.now();
    if (!letter.text().matches("[A-D]")) {
      throw new LineFault(letter.column(), Message.of("lesson.check.lane", TokenReader.shown(letter)));
    }
    in.take();
    return letter.text().charAt(0);
  }

  private CheckedQuantity of(CheckToken source, Optional<Character> lane, boolean start, int column) throws LineFault {
    if (source.is("broken") && lane.isPresent()) {
      return new CheckedQuantity(lane, start, Subject.BROKEN, "", "broken", List.of(), CheckedQuantity.Kind.TRUTH, column);
    }
    if (source.is("changes")) {
      return new CheckedQuantity(lane, start, Subject.CHANGES, "", "changes", List.of(), CheckedQuantity.Kind.EXACT, column);
    }
    if (source.is("answer")) {
      String id = argument(source);
      boolean sure = in.accept(".");
      if (sure && !in.accept("sure")) {
        throw new LineFault(in.now().column(),
            Message.of("lesson.check.unknown", "answer", TokenReader.shown(in.now()), Message.of("lesson.mean", "sure")));
      }
      return new CheckedQuantity(lane, start, Subject.ANSWER, id, sure ? "sure" : "", List.of(), CheckedQuantity.Kind.EXACT, column);
    }
    Subject subject = subject(source);
    String node = subject == Subject.NODE ? argument(source) : "";
    in.need(".");
    CheckToken name = in.now();
    Map<String, CheckedQuantity.Kind> names = QuantityCatalog.of(subject);
    CheckedQuantity.Kind kind = names.get(name.text());
    if (name.kind() != Kind.WORD || kind == null) {
      throw new LineFault(name.column(), Message.of("lesson.check.unknown", source.text(), TokenReader.shown(name),
          Nearest.hint(name.text(), names.keySet())));
    }
    in.take();
    boolean indexed = subject == Subject.NODE && QuantityCatalog.INDEXED.contains(name.text())
        || subject == Subject.PAD && name.is(QuantityCatalog.PROBABILITY)
        || subject == Subject.EXPLAIN && QuantityCatalog.ATTRIBUTED.contains(name.text());
    boolean ofPart = subject == Subject.TRAIN || subject == Subject.VALID || subject == Subject.TEST;
    if (ofPart && in.now().is("(")) {
      return new CheckedQuantity(lane, start, subject, node, name.text(), List.of(ofClass(source, name)), kind, column);
    }
    List<Integer> indices = indexed && in.accept("(") ? indices() : List.of();
    return new CheckedQuantity(lane, start, subject, node, name.text(), indices, kind, column);
  }

  /** Index of the class of a per-class metric. */
  private int ofClass(CheckToken source, CheckToken name) throws LineFault {
    if (!QuantityCatalog.ofClasses(name.text())) {
      throw new LineFault(in.now().column(), Message.of("lesson.check.whole_part", name.text(), source.text()));
    }
    int column = in.take().column();
    List<Integer> places = indices();
    if (places.size() != 1) {
      throw new LineFault(column, Message.of("lesson.check.one_class", name.text(), source.text(), places.get(0)));
    }
    return places.get(0);
  }

  private static Subject subject(CheckToken source) throws LineFault {
    for (Subject subject : Subject.values()) {
      if (QuantityCatalog.of(subject) != null && source.is(subject.name().toLowerCase(Locale.ROOT))) {
        return subject;
      }
    }
    throw new LineFault(source.column(),
        Message.of("lesson.check.no_source", TokenReader.shown(source), Nearest.hint(source.text(), QuantityCatalog.subjects())));
  }

  private String argument(CheckToken source) throws LineFault {
    CheckToken open = in.now();
    CheckToken name = in.token(in.place() + 1);
    if (!open.is("(") || name.kind() != Kind.TEXT) {
      throw new LineFault(open.column(), Message.of("lesson.check.argument", source.text()));
    }
    in.take();
    in.take();
    in.need(")");
    return name.text();
  }

  private List<Integer> indices() throws LineFault {
    List<Integer> all = new ArrayList<>();
    do {
      CheckToken index = in.now();
      if (index.kind() != Kind.NUMBER || !index.text().matches("\\d{1,7}")) {
        throw new LineFault(index.column(), Message.of("lesson.check.index", TokenReader.shown(index)));
      }
      in.take();
      all.add(Integer.parseInt(index.text()));
    } while (in.accept(","));
    in.need(")");
    return List.copyOf(all);
  }
}
