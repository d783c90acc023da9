package studio.backprop.worksheet.kind;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backprop.text.Message;
import studio.backprop.worksheet.SheetCode;
import studio.backprop.worksheet.SheetDraw;
import studio.backprop.worksheet.SheetKind;
import studio.backprop.worksheet.Worksheet;

/** Registry of worksheet kinds, in course order. */
public final class SheetCatalog {
  private static final List<SheetKind> ALL = List.of(
      new DenseSheet("forward-2-2-1", "FW", false, DenseSheet.Hidden.RELU),
      new DenseSheet("backward-step", "BS", true, DenseSheet.Hidden.RELU),
      new DenseSheet("backward-step-sigmoid", "BG", true, DenseSheet.Hidden.SIGMOID),
      new RatesSheet(), new ConvolutionSheet(), new PoolSheet(), new SoftmaxSheet(), new LstmSheet(), new ConfusionSheet(),
      new AdamSheet(), new TdSheet());

  /** Kinds with a dead unit, by the letters of the kind without. */
  private static final List<SheetKind> WITH_DEAD = List.of(
      new DenseSheet("forward-2-2-1", "FD", false, DenseSheet.Hidden.DEAD),
      new DenseSheet("backward-step", "BD", true, DenseSheet.Hidden.DEAD));

  private SheetCatalog() {}

  public static List<SheetKind> all() {
    return ALL;
  }

  public static Optional<SheetKind> find(String id) {
    return ALL.stream().filter(kind -> kind.id().equals(id)).findFirst();
  }

  /** Variant of a kind with one dead unit, if there is one. */
  public static Optional<SheetKind> withDead(SheetKind kind) {
    return WITH_DEAD.stream().filter(dead -> dead.id().equals(kind.id())).findFirst();
  }

  public static boolean isDead(SheetKind kind) {
    return WITH_DEAD.contains(kind);
  }

  /** Title for lists, which reveals a dead unit, unlike the sheet's own. */
  public static Message name(SheetKind kind) {
    return isDead(kind) ? Message.of("worksheet.with_dead", kind.title()) : kind.title();
  }

  public static Optional<SheetKind> ofLetters(String letters) {
    return Stream.concat(ALL.stream(), WITH_DEAD.stream()).filter(kind -> kind.letters().equals(letters)).findFirst();
  }

  /** The sheet of a code; empty for unknown letters. */
  public static Optional<Worksheet> sheet(SheetCode code) throws SheetDraw.VainDraw {
    Optional<SheetKind> kind = ofLetters(code.letters());
    return kind.isPresent() ? Optional.of(SheetDraw.sheet(kind.get(), code.variant())) : Optional.empty();
  }
}
