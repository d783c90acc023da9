package studio.backprop.data.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataProblem;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;

class EditedPictureTest {
  private PreparedData data;
  private EditedPicture picture;

  @BeforeEach
  void begin() throws DataProblem {
    data = PreparedData.load(DataSettings.of("digits"), Optional.empty(), Progress.NONE);
    picture = new EditedPicture(data, Part.TEST, 4);
  }

  @Test
  void itBeginsAsTheExampleWithItsLabelAndGoesToTheNetworkAsItIs() {
    float[] raw = new float[64];
    data.copyRawInput(Part.TEST, 4, raw);
    assertThat(picture.picture()).containsExactly(raw);
    assertThat(picture.label()).isEqualTo(data.classOf(Part.TEST, 4));
    assertThat(picture.changed()).isZero();
    assertThat(PictureForm.of(data).picture(new Drawing(picture))).as("neither centred nor scaled").containsExactly(raw);
  }

  @Test
  void aPixelBecomesInkOrPaperAndIsCountedUntilItIsAsItWas() {
    float before = picture.pixel(0, 7);
    EditedPicture inked = picture.with(0, 7, true);
    assertThat(inked.pixel(0, 7)).isEqualTo(16);
    assertThat(inked.isChanged(0, 7)).isTrue();
    assertThat(inked.isChanged(0, 6)).isFalse();
    assertThat(inked.changed()).isEqualTo(1);
    assertThat(inked.with(0, 7, true)).as("nothing more to change").isSameAs(inked);
    assertThat(picture.pixel(0, 7)).as("immutable").isEqualTo(before).isZero();
    assertThat(inked.with(0, 7, false).changed()).isZero();
  }

  @Test
  void twoDrawingsOfOneExampleBeganAlikeAndOthersDidNot() {
    Drawing of = new Drawing(picture);
    assertThat(of.isEmpty()).isFalse();
    assertThat(of.beganAs(new Drawing(picture.with(3, 3, true).with(3, 4, false)))).isTrue();
    assertThat(of.beganAs(new Drawing(new EditedPicture(data, Part.TEST, 5)))).isFalse();
    assertThat(of.beganAs(Drawing.EMPTY)).isFalse();
    assertThat(Drawing.EMPTY.beganAs(of)).isFalse();
    assertThat(Drawing.EMPTY.beganAs(new Drawing(List.of(new Stroke(List.of(new StrokePoint(0.5, 0.5, 1))))))).isTrue();
  }

  @Test
  void whatIsNoPictureCannotBeChangedPixelByPixel() throws DataProblem {
    PreparedData table = PreparedData.load(DataSettings.of("iris"), Optional.empty(), Progress.NONE);
    assertThatThrownBy(() -> new EditedPicture(table, Part.TRAIN, 0)).hasMessageContaining("iris");
  }
}
