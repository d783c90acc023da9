package studio.backprop.ui.window.start;

import studio.backprop.text.Message;

/** Content of a sample's card. */
record SampleFacts(Message line, boolean convolves, SamplePreview preview) {
  SampleFacts with(SamplePreview better) {
    return new SampleFacts(line, convolves, better);
  }
}
