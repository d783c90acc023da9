package studio.backprop.ui.learn.worksheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import studio.backprop.text.Message;
import studio.backprop.worksheet.Grading;
import studio.backprop.worksheet.LineGrade;
import studio.backprop.worksheet.SheetCode;
import studio.backprop.worksheet.SheetDraw;
import studio.backprop.worksheet.SheetKind;
import studio.backprop.worksheet.SheetLine;
import studio.backprop.worksheet.TypedNumber;
import studio.backprop.worksheet.Worksheet;
import studio.backprop.worksheet.kind.SheetCatalog;

/** View model of a worksheet that is filled in on screen: entries, grades, kind and variant. */
public final class WorksheetModel {
  /** New variants have codes of four digits. */
  private static final int SHORT_VARIANTS = 10_000;

  private final RandomGenerator random;
  private final ReadOnlyObjectWrapper<Worksheet> sheet = new ReadOnlyObjectWrapper<>(this, "sheet");
  private final ReadOnlyObjectWrapper<Message> result = new ReadOnlyObjectWrapper<>(this, "result");
  private final BooleanProperty keyShown = new SimpleBooleanProperty(this, "keyShown");
  private List<SheetEntry> entries = List.of();

  /** @param random source of new variants */
  public WorksheetModel(RandomGenerator random) {
    this.random = random;
  }

  /** The current sheet; null before the first. */
  public ReadOnlyObjectProperty<Worksheet> sheetProperty() {
    return sheet.getReadOnlyProperty();
  }

  /** Result of the check. */
  public ReadOnlyObjectProperty<Message> resultProperty() {
    return result.getReadOnlyProperty();
  }

  public BooleanProperty keyShownProperty() {
    return keyShown;
  }

  /** One per line, in order. */
  public List<SheetEntry> entries() {
    return entries;
  }

  public void show(SheetKind kind, long variant) {
    try {
      show(SheetDraw.sheet(kind, variant));
    } catch (SheetDraw.VainDraw e) {
      throw new IllegalStateException(e);
    }
  }

  private void show(Worksheet shown) {
    List<SheetEntry> all = new ArrayList<>();
    for (SheetLine line : shown.lines()) {
      all.add(new SheetEntry(shown, line, all.size() + 1));
    }
    entries = List.copyOf(all);
    keyShown.set(false);
    result.set(Message.of("worksheet.result.none"));
    sheet.set(shown);
  }

  /** Shows a sheet of a kind with a new variant. */
  public void showNew(SheetKind kind) {
    long variant = random.nextInt(SHORT_VARIANTS);
    boolean same = sheet.get() != null && sheet.get().code().equals(new SheetCode(kind.letters(), variant));
    show(kind, same ? (variant + 1) % SHORT_VARIANTS : variant);
  }

  /** Shows the sheet of a code. @return whether the code is valid */
  public boolean showCode(String written) {
    Optional<SheetCode> code = SheetCode.read(written);
    Optional<SheetKind> kind = code.flatMap(read -> SheetCatalog.ofLetters(read.letters()));
    if (kind.isEmpty()) {
      result.set(Message.of("worksheet.no_code", written));
      return false;
    }
    if (sheet.get() == null || !sheet.get().code().equals(code.get())) {
      show(kind.get(), code.get().variant());
    }
    return true;
  }

  public void check() {
    Map<String, TypedNumber> typed = new HashMap<>();
    entries.forEach(entry -> entry.typed().ifPresent(number -> typed.put(entry.line().name(), number)));
    Grading grading = Grading.of(sheet.get(), typed);
    List<LineGrade> grades = grading.grades();
    for (int i = 0; i < entries.size(); i++) {
      entries.get(i).grade(grades.get(i));
    }
    result.set(sentence(grading));
  }

  private static Message sentence(Grading grading) {
    long earned = grading.earned();
    long judged = grading.judged();
    Optional<LineGrade> wrong = grading.firstWrong();
    if (wrong.isEmpty()) {
      return earned == grading.grades().size() ? Message.of("worksheet.result.all", earned)
          : Message.of("worksheet.result.some", earned, judged);
    }
    int line = grading.grades().indexOf(wrong.get()) + 1;
    return wrong.get().cause().map(cause -> Message.of("worksheet.result.cause", earned, judged, line, cause))
        .orElse(Message.of("worksheet.result.wrong", earned, judged, line));
  }

  /** With its own random generator. */
  public static WorksheetModel usual() {
    return new WorksheetModel(new Random());
  }
}
