"""A small multilingual transformer: its vocabulary, network, pretraining and fine-tuning. All of it needs the train extra."""
