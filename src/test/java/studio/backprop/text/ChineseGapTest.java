package studio.backprop.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChineseGapTest {
  @Test
  void aChineseNameInASentenceHasNoSpacesAroundIt() {
    assertThat(Texts.CHINESE.say("refuse.needs_image", "平均池化（pool_1）", "全连接（dense_1）", "16"))
        .startsWith("平均池化（pool_1）要求图像").contains("但全连接（dense_1）输出的是 16");
  }

  /** A file that is called so is found under no other name. */
  @Test
  void aGapInANameThatAPersonGaveStays() {
    for (Texts texts : Texts.all()) {
      assertThat(texts.say("cli.kept", "出 去/空 格.backprop")).contains("出 去/空 格.backprop");
      assertThat(texts.say(Message.of("store.open", "空 格", Message.of("store.no-folder", "名 字")))).contains("空 格", "名 字");
    }
    assertThat(Texts.CHINESE.say("cli.kept", "空 格")).doesNotContain("到 空");
  }
}
