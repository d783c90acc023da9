package studio.backprop.ui.learn.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.worksheet.LineGrade.Verdict;
import studio.backprop.worksheet.SheetKind;
import studio.backprop.worksheet.kind.SheetCatalog;

/** A sheet that is filled in on screen, without a screen. */
class WorksheetModelTest {
  private final WorksheetModel model = new WorksheetModel(new Random(3));

  private static SheetKind kind(String id) {
    return SheetCatalog.find(id).orElseThrow();
  }

  private void type(String... texts) {
    for (int i = 0; i < texts.length; i++) {
      model.entries().get(i).textProperty().set(texts[i]);
    }
  }

  private String result() {
    return model.resultProperty().get().toString();
  }

  @Test
  void aRightSheetIsSaidToBeRight() {
    model.show(kind("forward-2-2-1"), 17);
    assertThat(result()).isEqualTo("Fill in the boxes, then check.");
    type(model.entries().stream().map(SheetEntry::key).toArray(String[]::new));
    model.check();
    assertThat(result()).isEqualTo("All 7 boxes are correct.");
    assertThat(model.entries()).allMatch(entry -> entry.wordsProperty().getValue().toString().equals("Correct"));
  }

  @Test
  void aSlipIsNamedOnceAndTheRestFollows() {
    model.showCode("BS-0017-8");
    assertThat(model.sheetProperty().get().givens()).containsEntry("w11", -0.3).containsEntry("x1", 0.5).containsEntry("x2", 3.0);
    // −0.3·0.5 + 0.7·3 = 1.95, and 0.3 for the bias is forgotten; −0.8·0.5 + 0.6·3 + 0.4 = 1.8; 0.2·1.95 − 0.5·1.8 + 0.4
    type("1,95", "1.8", "1.95", "1.8", "−0.11", "", "none");
    model.check();
    assertThat(model.entries().stream().limit(7).map(entry -> entry.gradeProperty().get().verdict())).containsExactly(Verdict.WRONG,
        Verdict.RIGHT, Verdict.FOLLOWS, Verdict.RIGHT, Verdict.FOLLOWS, Verdict.BLANK, Verdict.BLANK);
    assertThat(result())
        .isEqualTo("4 of 32 boxes earn full marks. The first mistake is in box 1: 1.95 comes out if the bias is forgotten.");
    assertThat(model.entries().get(0).wordsProperty().getValue().toString())
        .isEqualTo("Not correct. 1.95 comes out if the bias is forgotten.");
    assertThat(model.entries().get(2).spoken().toString())
        .isEqualTo("Box 3: output of hidden unit 1. Follows from your values");
    assertThat(model.entries().get(5).wordsProperty().getValue()).as("a blank needs no word").isNull();
    assertThat(model.entries().get(6).wordsProperty().getValue().toString()).isEqualTo("Not a number");
    type("2.25");
    assertThat(model.entries().get(0).gradeProperty().get()).as("what is typed anew is not graded yet").isNull();
  }

  @Test
  void aCodeIsReadAndAWrongOneRefused() {
    model.showNew(kind("confusion"));
    String first = model.sheetProperty().get().code().toString();
    assertThat(model.showCode("CM-0003-1x")).isFalse();
    assertThat(result()).isEqualTo("“CM-0003-1x” is not the code of a worksheet.");
    assertThat(model.sheetProperty().get().code()).hasToString(first);
    model.showNew(kind("confusion"));
    assertThat(model.sheetProperty().get().code().toString()).isNotEqualTo(first);
    type("0.5");
    assertThat(model.showCode(first)).isTrue();
    assertThat(model.entries()).allMatch(entry -> entry.textProperty().get().isEmpty());
  }

  @Test
  void aNewSheetHidesTheKey() {
    model.show(kind("softmax-loss"), 5);
    model.keyShownProperty().set(true);
    model.showNew(kind("softmax-loss"));
    assertThat(model.keyShownProperty().get()).isFalse();
  }

  @Test
  void aSheetAndItsKeyAreSaved(@TempDir Path folder) throws Exception {
    model.show(kind("convolution"), 9);
    List<Message> said = new ArrayList<>();
    for (String name : List.of("mine", "yours.HTML", "lost/a.pdf")) {
      CountDownLatch done = new CountDownLatch(1);
      WorksheetFiles files = new WorksheetFiles(new Lang(Texts.CHINESE), new DirectPulse());
      files.save(model.sheetProperty().get(), folder.resolve(name), ".pdf", outcome -> {
        said.add(outcome);
        done.countDown();
      });
      assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(said.get(0)).hasToString("Saved mine.pdf and mine-key.pdf.");
    assertThat(folder.resolve("mine.pdf")).content(StandardCharsets.ISO_8859_1).startsWith("%PDF");
    assertThat(Files.readString(folder.resolve("yours-key.html"))).contains("参考解答：卷积");
    assertThat(said.get(2).toString()).contains("lost");
  }

  /** Whatever comes from another thread is said at once. */
  private static final class DirectPulse implements Pulse {
    @Override
    public Subscription subscribe(Runnable everyFrame) {
      return Subscription.EMPTY;
    }

    @Override
    public void soon(Runnable once) {
      once.run();
    }
  }
}
