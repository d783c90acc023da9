package studio.backprop.ui.learn.worksheet;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import studio.backprop.text.Message;
import studio.backprop.worksheet.LineGrade;
import studio.backprop.worksheet.SheetLine;
import studio.backprop.worksheet.SheetText;
import studio.backprop.worksheet.TypedNumber;
import studio.backprop.worksheet.Worksheet;

/** Typed entry of a worksheet line, and its grade. */
public final class SheetEntry {
  private final Worksheet sheet;
  private final SheetLine line;
  private final int number;
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ReadOnlyObjectWrapper<LineGrade> grade = new ReadOnlyObjectWrapper<>(this, "grade");

  /** @param number of the line, from 1 */
  SheetEntry(Worksheet sheet, SheetLine line, int number) {
    this.sheet = sheet;
    this.line = line;
    this.number = number;
    text.subscribe((before, now) -> grade.set(null));
  }

  public SheetLine line() {
    return line;
  }

  public int number() {
    return number;
  }

  /** The typed text. */
  public StringProperty textProperty() {
    return text;
  }

  /** Null before it is checked, and after a change. */
  public ReadOnlyObjectProperty<LineGrade> gradeProperty() {
    return grade.getReadOnlyProperty();
  }

  void grade(LineGrade given) {
    grade.set(given);
  }

  Optional<TypedNumber> typed() {
    return TypedNumber.read(text.get());
  }

  /** The correct result, as printed in the answer key. */
  public String key() {
    return SheetText.printed(sheet, line);
  }

  /** Accessible text of the line with its grade. */
  public Message spoken() {
    LineGrade given = grade.get();
    return given == null
        ? Message.of("worksheet.line", String.valueOf(number), line.spoken())
        : Message.of("worksheet.line.graded", String.valueOf(number), line.spoken(), verdict());
  }

  /** Grade and diagnosis of the mistake; null before it is checked, and for an empty entry. */
  ObservableValue<Message> wordsProperty() {
    return grade.map(given -> text.get().isBlank() ? null
        : given.cause().map(cause -> Message.of("worksheet.line.cause", verdict(), cause)).orElseGet(this::verdict));
  }

  private Message verdict() {
    boolean unreadable = !text.get().isBlank() && typed().isEmpty();
    return Message.of("worksheet.verdict." + (unreadable ? "UNREADABLE" : grade.get().verdict().name()));
  }
}
