package studio.backprop.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChineseGapTest {
  @Test
  void aChineseNameInASentenceHasNoSpacesAroundIt() {
    assertThat(Texts.CHINESE.say("refuse.needs_image", "平均池化（pool_1）", "全连接（dense_1）", "16"))
        .startsWith("平均池化（pool_1）要求图像").contains("但全连接（dense_1）输出的是 16");
  }
}
